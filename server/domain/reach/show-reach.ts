import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { peopleOnRota, type PersonOnRota } from "@/server/domain/reach/people-on-rota";
import { reachInWords, type ReachWords } from "@/server/domain/reach/reach-in-words";
import type { ReachCheckSettings } from "@/server/domain/reach/reach-settings";
import { comingUntil, gapsUntil } from "@/server/domain/reach/when-to-check";
import { findRotaFaults } from "@/server/domain/rota/find-rota-faults";
import { listTeams, type ListedTeam } from "@/server/domain/rota/list-teams";
import { readNames } from "@/server/domain/rota/read-names";
import { PersonId } from "@/server/vocabulary/ids";
import { reachCheckReasons, reachLevels, ReachReason } from "@/server/vocabulary/reach";

const Result = z.object({
  personId: PersonId,
  checkedAt: z.date(),
  level: z.enum(reachLevels),
  reasons: z.array(ReachReason),
  lastProvenAt: z.date().nullable(),
});

const NewestCheck = z.object({
  doneAt: z.date(),
  reason: z.enum(reachCheckReasons),
  managersTold: z.number(),
});

export interface ShownPerson extends PersonOnRota {
  readonly name: string;
  /** What the newest check found; null for somebody who has come onto the rota since. */
  readonly found: {
    readonly checkedAt: Date;
    readonly level: (typeof reachLevels)[number];
    readonly reasons: readonly ReachWords[];
    readonly lastProvenAt: Date | null;
  } | null;
}

export interface ShownReach {
  readonly team: ListedTeam;
  readonly people: readonly ShownPerson[];
  /** When nobody is first on call, in words. */
  readonly gaps: readonly string[];
  /** The newest check that is done; null before the first one. */
  readonly newest: Readonly<z.infer<typeof NewestCheck>> | null;
  /** One was asked for, and is not done. */
  readonly isUnderWay: boolean;
}

/** For each team that one may look at: everybody on its coming rota, and whether an alert would reach them. */
export async function showReach(work: Work, settings: ReachCheckSettings): Promise<ShownReach[]> {
  const shown: ShownReach[] = [];
  for (const team of await listTeams(work)) shown.push(await showTeam(work, team, settings));
  await recordAudit(work, { action: "reach:check", outcome: "done", detail: "looked" });
  return shown;
}

async function showTeam(work: Work, team: ListedTeam, settings: ReachCheckSettings): Promise<ShownReach> {
  const { teamId } = team;
  // Before what it finds: a check that is done meanwhile counts as under way, and the page looks once more.
  const checks = await readChecks(work, teamId);
  const people = await peopleOnRota(work, { teamId, until: comingUntil(work.now) });
  const names = await readNames(
    work,
    people.map(({ personId }) => personId),
  );
  const results = await readResults(work, teamId);
  const faults = await findRotaFaults(work, { teamId, from: work.now, to: gapsUntil(work.now, settings) });
  return {
    team,
    people: people.map((person) => ({
      ...person,
      name: names.get(person.personId) ?? "somebody",
      found: foundOf(results.get(person.personId), work.now),
    })),
    gaps: faults.filter(({ kind }) => kind === "gap").map(({ words }) => words),
    ...checks,
  };
}

function foundOf(result: z.infer<typeof Result> | undefined, now: Date): ShownPerson["found"] {
  if (result === undefined) return null;
  const { checkedAt, level, reasons, lastProvenAt } = result;
  return { checkedAt, level, lastProvenAt, reasons: reasons.map((reason) => reachInWords(reason, now)) };
}

async function readResults(
  { tx }: Work,
  teamId: string,
): Promise<ReadonlyMap<PersonId, z.infer<typeof Result>>> {
  const rows: unknown = await tx.$queryRaw`
    select distinct on (person_id) person_id as "personId", checked_at as "checkedAt", level, reasons,
      last_proven_at as "lastProvenAt"
    from reach_result where duty_team_id = ${teamId}::uuid
    order by person_id, checked_at desc, id desc`;
  const results = z.array(Result).parse(rows);
  return new Map(results.map((result) => [result.personId, result]));
}

async function readChecks({ tx }: Work, teamId: string): Promise<Pick<ShownReach, "newest" | "isUnderWay">> {
  const waiting = await tx.reachCheck.count({ where: { dutyTeamId: teamId, reason: "asked", doneAt: null } });
  const rows: unknown[] = await tx.$queryRaw`
    select done_at as "doneAt", reason, managers_told as "managersTold" from reach_check
    where duty_team_id = ${teamId}::uuid and done_at is not null order by done_at desc, id desc limit 1`;
  return { newest: NewestCheck.optional().parse(rows[0]) ?? null, isUnderWay: waiting > 0 };
}
