import type { ReactElement } from "react";
import { AnswerForm } from "./answer-form";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { formatDateTime } from "@/server/vocabulary/london-time";

export const metadata = { title: "Asked of you" };

export default function AskedPage(): ReactElement {
  return (
    <SignedInPage path="/asked" needs={["review:answer"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Asked of you</PageTitle>
          <p>
            The privacy officer looks at some looks of everybody, many of them picked at random. A question is
            not an accusation.
          </p>
          <Questions />
        </>
      )}
    </SignedInPage>
  );
}

async function Questions(): Promise<ReactElement> {
  const questions = await (await caller()).review.own();
  if (questions.length === 0) return <EmptyState title="Nobody has asked you anything" />;
  return (
    <ul className="look-record__entries">
      {questions.map(({ reviewId, at, setting, callNumber, question, askedBy, askedAt }) => (
        <li key={reviewId} className="card look-record__entry">
          <h2 className="nhsuk-heading-s">You looked a child up on {formatDateTime(at)}</h2>
          <p>
            {setting}
            {callNumber !== null && `, call-out ${callNumber}`}. Asked by {askedBy}, {formatDateTime(askedAt)}
            :
          </p>
          <blockquote className="chronology__quote">{question}</blockquote>
          <AnswerForm reviewId={reviewId} />
        </li>
      ))}
    </ul>
  );
}
