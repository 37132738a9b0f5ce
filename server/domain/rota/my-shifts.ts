import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { listChanges, type ListedChange } from "@/server/domain/rota/list-changes";
import { listTeams, type ListedTeam } from "@/server/domain/rota/list-teams";
import { nameShifts, type NamedShift } from "@/server/domain/rota/name-shifts";
import { readHolders, type Holder } from "@/server/domain/rota/read-holders";
import { readRota } from "@/server/domain/rota/read-rota";
import { personOf } from "@/server/domain/rota/write-changes";

export interface MyShifts {
  /** Of the next 28 days, the one that is on now first. */
  readonly mine: readonly NamedShift[];
  /** Those of colleagues in the same teams, to swap with, and to see who is on call now. */
  readonly colleagues: readonly NamedShift[];
  /** Who can cover: the duty social workers of one's own authority. */
  readonly staff: readonly Holder[];
  /** Teams of one's own authority. */
  readonly teams: readonly ListedTeam[];
  /** Changes that one has made oneself and that are not over. */
  readonly changes: readonly ListedChange[];
  /** When the address of one's calendar was made; null where there is none. */
  readonly calendarSince: Date | null;
}

const daysAhead = 28;

/** When the person who asks is on call, with whom they could swap, and what they have changed. */
export async function myShifts(work: Work): Promise<MyShifts> {
  const me = personOf(work);
  const teams = (await listTeams(work)).filter(({ isOwn }) => isOwn);
  const to = new Date(work.now.getTime() + daysAhead * 86_400_000);
  const teamIds = teams.map(({ teamId }) => teamId);
  const shifts = await nameShifts(work, await readRota(work, { teamIds, from: work.now, to }));
  const changes: ListedChange[] = [];
  for (const teamId of teamIds) changes.push(...(await listChanges(work, teamId)));

  await recordAudit(work, { action: "rota:read", outcome: "done", detail: "own shifts" });
  return {
    mine: shifts.filter(({ personId }) => personId === me),
    colleagues: shifts.filter(({ personId }) => personId !== me),
    staff: await staffOf(work),
    teams,
    changes: changes.filter(({ madeById }) => madeById === me),
    calendarSince: await readCalendarSince(work, me),
  };
}

async function staffOf(work: Work): Promise<Holder[]> {
  const own = work.actor.kind === "person" ? work.actor.organisationId : undefined;
  return own === undefined ? [] : readHolders(work, own, ["duty-social-worker"]);
}

async function readCalendarSince({ tx }: Work, me: string): Promise<Date | null> {
  const rows: unknown[] = await tx.$queryRaw`
    select max(issued_at) as since from calendar_link where person_id = ${me}::uuid and revoked_at is null`;
  return z.object({ since: z.date().nullable() }).parse(rows[0]).since;
}
