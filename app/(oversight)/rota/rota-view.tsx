import Link from "next/link";
import type { ReactElement } from "react";
import { FaultNotice } from "./fault-notice";
import { PartsOfRota } from "./parts-of-rota";
import { PatternForm } from "./pattern-form";
import { rotaAddress } from "./rota-address";
import { AbsenceForm, ShiftForm, SwapForm, TakeOverForm } from "./shift-forms";
import { TeamPicker } from "./team-picker";
import { WeekPicture } from "./week-picture";
import { WeekTable } from "./week-table";
import type { ListedTeam } from "@/server/domain/rota/list-teams";
import type { ShownRota } from "@/server/domain/rota/show-rota";
import { addDays, formatLondonDate, formatTime, londonDate } from "@/server/vocabulary/london-time";

interface RotaViewProps {
  readonly rota: ShownRota;
  readonly teams: readonly ListedTeam[];
  readonly team: ListedTeam;
  readonly now: Date;
  readonly day: string;
}

/** A team's rota: what is wrong on top, the week as a picture and in words, and how it is changed. */
export function RotaView({ rota, teams, team, now, day }: RotaViewProps): ReactElement {
  const { teamId, isOwn } = team;
  return (
    <>
      <TeamPicker action="/rota" teams={teams} chosen={teamId} day={day} />
      <p>
        <strong>{team.name}</strong> {servesInWords(team)}
      </p>
      <FaultNotice faults={rota.faults} />
      <div className="flex flex-wrap gap-x-6">
        <Link className="thumb-link" href={`/rota/told?team=${teamId}`} prefetch={false}>
          Who would be told?
        </Link>
        <Link className="thumb-link" href="/rota/reach" prefetch={false}>
          Who can be reached
        </Link>
        <Link className="thumb-link" href={`/rota/ladder?team=${teamId}`} prefetch={false}>
          Ladder and teams
        </Link>
      </div>
      <Week rota={rota} teamId={teamId} now={now} />
      {isOwn ? (
        <Changing rota={rota} teamId={teamId} now={now} day={day} />
      ) : (
        <p>This team belongs to {team.hostName}, who make its rota.</p>
      )}
    </>
  );
}

function Week({ rota, teamId, now }: Pick<RotaViewProps, "rota" | "now"> & { teamId: string }): ReactElement {
  const { days, shifts, gaps } = rota;
  const monday = days[0]?.date ?? londonDate(now);
  const link = (date: string) => rotaAddress({ teamId, day: date });
  return (
    <section aria-labelledby="week">
      <h2 className="nhsuk-heading-m" id="week">
        Week of {formatLondonDate(monday)}
      </h2>
      <nav aria-label="Weeks" className="flex flex-wrap justify-between gap-x-3">
        <Link className="thumb-link" href={link(addDays(monday, -7))} prefetch={false}>
          <span aria-hidden="true">← </span>Week before
        </Link>
        <Link className="thumb-link" href={link(londonDate(now))} prefetch={false}>
          This week
        </Link>
        <Link className="thumb-link" href={link(addDays(monday, 7))} prefetch={false}>
          Week after<span aria-hidden="true"> →</span>
        </Link>
      </nav>
      <WeekPicture days={days} shifts={shifts} gaps={gaps} />
      <WeekTable days={days} shifts={shifts} gaps={gaps} />
    </section>
  );
}

interface ChangingProps extends Pick<RotaViewProps, "rota" | "now" | "day"> {
  readonly teamId: string;
}

function Changing({ rota, teamId, now, day }: ChangingProps): ReactElement {
  const context = { teamId, day };
  const today = londonDate(now);
  const inFourHours = new Date(now.getTime() + 4 * 3_600_000);
  const until = { date: londonDate(inFourHours), time: formatTime(inFourHours) };
  const { staff, coming } = rota;
  return (
    <>
      <h2 className="nhsuk-heading-m">Change the rota</h2>
      <PatternForm context={context} staff={staff} today={today} />
      <ShiftForm context={context} staff={staff} today={today} />
      <AbsenceForm context={context} staff={staff} />
      <SwapForm context={context} ones={coming} others={coming} isOwn={false} />
      <TakeOverForm context={context} staff={staff} until={until} />
      <h2 className="nhsuk-heading-m">What the rota is made of</h2>
      <PartsOfRota rota={rota} context={context} today={today} />
    </>
  );
}

function servesInWords({ serves }: ListedTeam): string {
  if (serves.length === 0) return "is told of no authority’s alerts.";
  const named = serves.slice(0, 4).map(({ authorityName, cover }) => `${authorityName} ${coverWords[cover]}`);
  const more = serves.length > 4 ? ` and ${String(serves.length - 4)} more` : "";
  return `is told of the alerts of ${named.join(", ")}${more}.`;
}

const coverWords = {
  always: "at all hours",
  office: "in office hours",
  emergency: "outside office hours",
} as const;
