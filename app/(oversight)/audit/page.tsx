import Link from "next/link";
import type { ReactElement } from "react";
import { AuditScreen } from "./audit-screen";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

export const metadata = { title: "Who looked" };

export default function AuditPage(): ReactElement {
  const today = londonDate(new Date());
  return (
    <SignedInPage path="/audit" needs={["audit:search"]} wide>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Who looked</PageTitle>
          <p>
            Everything that people of {actor.organisationName} did, were refused, or tried without success.
            Your search is itself put on record.
          </p>
          <p>
            <Link href="/audit/one-number" className="audit-link">
              Everything about one NHS number
            </Link>
            <Link href="/audit/unusual" className="audit-link" prefetch={false}>
              Unusual looks
            </Link>
          </p>
          <AuditScreen from={addDays(today, -6)} to={today} />
        </>
      )}
    </SignedInPage>
  );
}
