import Link from "next/link";
import type { ReactElement } from "react";
import { UnusualLookCard } from "./unusual-look-card";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { countOf } from "@/server/vocabulary/look-record-words";
import { unusualRules } from "@/server/vocabulary/unusual-look";
import { digestPath } from "@/server/vocabulary/weekly-digest";

export const metadata = { title: "Unusual looks" };

export default function UnusualLooksPage(): ReactElement {
  return (
    <SignedInPage path="/audit/unusual" needs={["review:read"]}>
      {(actor) => (
        <>
          <p>
            <Link href="/audit" className="audit-link" prefetch={false}>
              Back to who looked
            </Link>
          </p>
          <PageTitle caption={actor.organisationName}>Unusual looks</PageTitle>
          <p>
            Looks of the last 28 days, each with the reason why it is here. Unusual is not wrong: say of each
            whether it was proportionate, or ask the person.
          </p>
          <WhatPutsItHere />
          <Looks />
          <p>
            <Link href={digestPath} className="audit-link" prefetch={false}>
              Have an e-mail each Monday that says how many wait
            </Link>
          </p>
        </>
      )}
    </SignedInPage>
  );
}

function WhatPutsItHere(): ReactElement {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">What puts a look here</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul>
          {unusualRules.map(({ name, words }) => (
            <li key={name}>{words}</li>
          ))}
          <li>Five looks of each day are picked at random. They wait here for a week.</li>
        </ul>
        <p>
          There is no score. Addresses, patients who are staff and shifts of crews are not known here, so they
          put nothing on the list.
        </p>
        <p>
          At an authority nobody looks a child up. Chronologies that its people opened are under{" "}
          <i>Who looked</i>; they are not weighed here.
        </p>
      </div>
    </details>
  );
}

async function Looks(): Promise<ReactElement> {
  const { looks, left, asAt } = await (await caller()).review.list();
  if (looks.length === 0) {
    return (
      <EmptyState title="No look waits for your word">
        <p>As at {formatDateTime(asAt)}. Tomorrow some of today’s are picked at random.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p>
        As at {formatDateTime(asAt)}: {countOf(looks.length, "look")}, newest first
        {left > 0 && `, and ${String(left)} more that come up when these are decided`}.
      </p>
      <ul className="look-record__entries">
        {looks.map((look) => (
          <li key={look.lookupId} className="card look-record__entry">
            <UnusualLookCard look={look} />
          </li>
        ))}
      </ul>
    </>
  );
}
