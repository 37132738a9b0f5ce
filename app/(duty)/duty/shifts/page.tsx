import type { ReactElement } from "react";
import { CalendarAddress } from "./calendar-address";
import { MyShiftList } from "./my-shift-list";
import { OnCallNow } from "./on-call-now";
import { undoChange } from "@/app/(oversight)/rota/change-rota";
import { readDone, type Query } from "@/app/(oversight)/rota/rota-address";
import { RotaForm } from "@/app/(oversight)/rota/rota-form";
import { AbsenceForm, SwapForm, TakeOverForm } from "@/app/(oversight)/rota/shift-forms";
import { caller } from "@/app/_trpc/server";
import { Card } from "@/app/_ui/card";
import { EmptyState } from "@/app/_ui/empty-state";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { ListedTeam } from "@/server/domain/rota/list-teams";
import type { MyShifts } from "@/server/domain/rota/my-shifts";
import type { PersonActor } from "@/server/vocabulary/actor";
import { formatTime, londonDate } from "@/server/vocabulary/london-time";

export const metadata = { title: "My shifts" };

interface ShiftsPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function ShiftsPage({ searchParams }: ShiftsPageProps): Promise<ReactElement> {
  const done = readDone(await searchParams);
  return (
    <SignedInPage path="/duty/shifts" needs={["shift:change"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>My shifts</PageTitle>
          {done !== undefined && <NotificationBanner tone="success">{done}</NotificationBanner>}
          <Shifts actor={actor} />
        </>
      )}
    </SignedInPage>
  );
}

async function Shifts({ actor }: { readonly actor: PersonActor }): Promise<ReactElement> {
  const shifts = await (await caller()).rota.mine();
  const now = new Date();
  return (
    <>
      <OnCallNow shifts={shifts} now={now} />
      {shifts.teams.length === 0 && (
        <EmptyState title="Your authority has no team of its own">
          Whoever employs the team that serves it makes its rota.
        </EmptyState>
      )}
      {shifts.teams.map((team) => (
        <TeamActions key={team.teamId} team={team} shifts={shifts} actor={actor} now={now} />
      ))}
      <h2 className="nhsuk-heading-m">The next 28 days ({shifts.mine.length})</h2>
      <MyShiftList shifts={shifts.mine} />
      <MyChanges shifts={shifts} />
      <h2 className="nhsuk-heading-m">In your own calendar</h2>
      <CalendarAddress since={shifts.calendarSince} />
    </>
  );
}

interface TeamActionsProps {
  readonly team: ListedTeam;
  readonly shifts: MyShifts;
  readonly actor: PersonActor;
  readonly now: Date;
}

function TeamActions({ team, shifts, actor, now }: TeamActionsProps): ReactElement {
  const { teamId, name } = team;
  const context = { teamId };
  const ofTeam = (one: { readonly teamId: string }) => one.teamId === teamId;
  const [mine, others] = [shifts.mine.filter(ofTeam), shifts.colleagues.filter(ofTeam)];
  const inFourHours = new Date(now.getTime() + 4 * 3_600_000);
  const until = { date: londonDate(inFourHours), time: formatTime(inFourHours) };
  const lastRung = Math.max(1, ...[...mine, ...others].map(({ rung }) => rung));
  return (
    <section aria-label={name}>
      <h2 className="nhsuk-heading-m">{name}</h2>
      <Card>
        <h3 className="nhsuk-heading-s">Take over now</h3>
        <p>Alerts ring on your phones at once, in place of whoever is on call there.</p>
        <TakeOverForm context={context} until={until} lastRung={lastRung} />
      </Card>
      <SwapForm context={context} ones={mine} others={others} isOwn />
      <AbsenceForm context={context} staff={shifts.staff} me={actor.personId} />
    </section>
  );
}

function MyChanges({ shifts: { changes } }: { readonly shifts: MyShifts }): ReactElement | null {
  if (changes.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">What you have changed</h2>
      {changes.map(({ changeId, teamId, words }) => (
        <Card key={changeId}>
          <p>{words}.</p>
          <RotaForm
            action={undoChange}
            context={{ teamId }}
            hidden={{ changeId }}
            firstField={`undo-${changeId}`}
            submit="Take this change back"
            variant="secondary"
          />
        </Card>
      ))}
    </>
  );
}
