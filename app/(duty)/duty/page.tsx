import type { ReactElement } from "react";
import { AlertList } from "./alert-list";
import { Drill } from "./drill";
import { LiveRefresh } from "./live-refresh";
import { PhoneCheck } from "./phone-check";
import { standingOf } from "./standing-of";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Alerts" };

export default function DutyPage(): ReactElement {
  return (
    <SignedInPage path="/duty" needs={["alert:read"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Alerts</PageTitle>
          {mayDo(actor.role, "device:keep") && <PhoneCheck />}
          <Alerts />
          {mayDo(actor.role, "drill:run") && <Drill />}
        </>
      )}
    </SignedInPage>
  );
}

async function Alerts(): Promise<ReactElement> {
  const procedures = await caller();
  // Before the list: a change in between is then seen as one, and not missed.
  const standing = await procedures.alert.waiting();
  const alerts = await procedures.alert.list();
  const taken = alerts.filter(({ progress }) => progress.stage === "taken");
  const ended = alerts.filter(
    ({ progress }) => progress.stage === "closed" || progress.stage === "withdrawn",
  );
  const waiting = alerts.filter((alert) => !taken.includes(alert) && !ended.includes(alert));
  const now = new Date();

  return (
    <>
      <LiveRefresh shown={standingOf(standing)} />
      <h2 className="nhsuk-heading-m">Waiting for somebody ({waiting.length})</h2>
      {waiting.length === 0 ? (
        <EmptyState title="No alert is waiting">
          <p>New ones appear here by themselves and ring on the phones of whoever is on call.</p>
        </EmptyState>
      ) : (
        <AlertList alerts={waiting} now={now} />
      )}
      <h2 className="nhsuk-heading-m">Taken, not closed ({taken.length})</h2>
      {taken.length === 0 ? <EmptyState title="None" /> : <AlertList alerts={taken} now={now} />}
      <h2 className="nhsuk-heading-m">Ended in the last 7 days ({ended.length})</h2>
      {ended.length === 0 ? <EmptyState title="None" /> : <AlertList alerts={ended} now={now} />}
    </>
  );
}
