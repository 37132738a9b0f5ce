import Link from "next/link";
import type { ReactElement } from "react";
import { LookRecordScreen } from "./look-record-screen";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Everything about one NHS number" };

export default function OneNumberPage(): ReactElement {
  return (
    <SignedInPage path="/audit/one-number" needs={["looks:read"]}>
      {(actor) => (
        <>
          <p>
            <Link href="/audit" className="audit-link">
              Back to who looked
            </Link>
          </p>
          <PageTitle caption={actor.organisationName}>Everything about one NHS number</PageTitle>
          <p>
            Who looked, why, who was told and what they did: for the answer to somebody who asks for their
            record. Opening it is itself put on record, and so is each file that you take away.
          </p>
          <LookRecordScreen />
        </>
      )}
    </SignedInPage>
  );
}
