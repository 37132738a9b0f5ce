import type { ReactElement } from "react";
import { AcceptAll } from "./accept-all";
import { HandOverForm } from "@/app/(duty)/duty/hand-over-form";
import { AlertList } from "@/app/(duty)/duty/alert-list";
import { LiveRefresh } from "@/app/(duty)/duty/live-refresh";
import { standingOf } from "@/app/(duty)/duty/standing-of";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { PersonId } from "@/server/vocabulary/ids";

export const metadata = { title: "Handover" };

export default function HandoverPage(): ReactElement {
  return (
    <SignedInPage path="/duty/handover" needs={["alert:hand-over"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Handover</PageTitle>
          <Handover personId={actor.personId} />
        </>
      )}
    </SignedInPage>
  );
}

async function Handover({ personId }: { readonly personId: PersonId }): Promise<ReactElement> {
  const procedures = await caller();
  const standing = await procedures.alert.waiting();
  const alerts = await procedures.alert.list();
  const colleagues = await procedures.alert.colleagues();
  const own = alerts.filter(({ progress }) => progress.stage === "taken" && progress.holderId === personId);
  const offered = alerts.filter(({ progress }) => progress.offeredTo?.personId === personId);
  const unreached = alerts.filter(({ progress }) => progress.stage === "unreached");
  const now = new Date();

  return (
    <>
      <LiveRefresh shown={standingOf(standing)} />
      {offered.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Handed to you ({offered.length})</h2>
          <AlertList alerts={offered} now={now} />
          <AcceptAll alertIds={offered.map(({ alertId }) => alertId)} />
        </>
      )}
      <h2 className="nhsuk-heading-m">Yours and open ({own.length})</h2>
      {own.length === 0 ? (
        <EmptyState title="Nothing of yours is open">
          <p>You can go home: nothing waits for you.</p>
        </EmptyState>
      ) : (
        <>
          <AlertList alerts={own} now={now} />
          <HandOverForm alertIds={own.map(({ alertId }) => alertId)} colleagues={colleagues} />
        </>
      )}
      <h2 className="nhsuk-heading-m">Nobody reached ({unreached.length})</h2>
      {unreached.length === 0 ? <EmptyState title="None" /> : <AlertList alerts={unreached} now={now} />}
    </>
  );
}
