import Link from "next/link";
import type { ReactElement } from "react";
import { ChooseForm } from "./choose-form";
import { StopForm } from "./stop-form";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { digestOutcomeWords, digestPath } from "@/server/vocabulary/weekly-digest";

export const metadata = { title: "Weekly figures" };

export default function DigestPage(): ReactElement {
  return (
    <SignedInPage path={digestPath} needs={["insight:read"]}>
      {({ role, organisationName }) => (
        <>
          <Link className="nhsuk-back-link" href="/insight" prefetch={false}>
            Figures
          </Link>
          <PageTitle caption={role === "operator" ? "The whole service" : organisationName}>
            Weekly figures
          </PageTitle>
          <p>
            On Mondays at eight: the figures of the week before, for the whole organisation. It names no
            child, no person and no place. Numbers under 5 are hidden, since mail is read by whoever stands
            behind one.
          </p>
          <Digest />
        </>
      )}
    </SignedInPage>
  );
}

async function Digest(): Promise<ReactElement> {
  const { hint, next, newest } = await (await caller()).insight.digest();
  return (
    <>
      {hint === undefined ? (
        <p>You are not sent any.</p>
      ) : (
        <>
          <p>
            They go to <strong>{hint}</strong>. The next one comes on Monday {formatLondonDate(next)}, if you
            have signed in with this role in the five weeks before.
          </p>
          <StopForm />
        </>
      )}
      {newest && (
        <p>
          The newest, {formatDateTime(newest.endedAt)}: {digestOutcomeWords[newest.outcome]}
        </p>
      )}
      <ChooseForm hint={hint} />
    </>
  );
}
