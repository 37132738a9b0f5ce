import { z } from "zod";
import type { Work } from "@/server/db/work";
import { withTargets, type Target } from "@/server/domain/alert/ladder/with-targets";
import { onCallAt, type OnCall } from "@/server/domain/rota/on-call";
import { readRota } from "@/server/domain/rota/read-rota";
import { readTeamLadders, type TeamLadder } from "@/server/domain/rota/read-team-ladders";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import { OrganisationId, PersonId } from "@/server/vocabulary/ids";

/** An authority with the team that is told of its alert. */
export interface DutyOf {
  readonly authorityId: OrganisationId;
  readonly teamId: string | null;
}

/** Who is on call for it, and how its ladder is climbed. */
export interface Duty {
  readonly onCall: OnCall;
  /** Minutes that single rungs of this team wait, where it is not the usual time. */
  readonly waitOf: ReadonlyMap<number, number>;
  /** Minutes until the ladder begins again; null for the service's own setting. */
  readonly againMinutes: number | null;
}

interface Teams {
  readonly ladders: readonly TeamLadder[];
  readonly shifts: readonly RotaShift[];
  readonly holders: readonly Holder[];
  readonly now: Date;
}

const dayMilliseconds = 86_400_000;

/** Who is on call now for each of these, asked once for all. */
export async function readDuties(work: Work, wanted: readonly DutyOf[]): Promise<(wanted: DutyOf) => Duty> {
  const teamIds = wanted.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]));
  const ladders = await readTeamLadders(work, [...new Set(teamIds)]);
  const targets = ladders.flatMap((ladder) => ladder.targets);
  const named = targets.flatMap((target) => (target.kind === "team" ? [target.targetTeamId] : []));
  const shifts = await readRota(work, {
    teamIds: [...new Set([...teamIds, ...named])],
    from: new Date(work.now.getTime() - dayMilliseconds),
    to: new Date(work.now.getTime() + dayMilliseconds),
  });
  const roles = targets.flatMap((target) => (target.kind === "role" ? [target.role] : []));
  const holders = roles.length === 0 ? [] : await readHolders(work, wanted, roles);
  const teams = { ladders, shifts, holders, now: work.now };
  return (one) => dutyOf(one, teams);
}

function dutyOf({ authorityId, teamId }: DutyOf, teams: Teams): Duty {
  const ladder = teams.ladders.find((one) => one.teamId === teamId);
  const { rungs, targets } = ladder ?? { rungs: [], targets: [] };
  const told = targets.map((target) => ({ rung: target.rung, people: peopleOf(target, authorityId, teams) }));
  return {
    onCall: withTargets(onCallAt(shiftsOf(teamId, teams), teams.now), rungs, told),
    waitOf: new Map(rungs.map(({ rung, waitMinutes }) => [rung, waitMinutes])),
    againMinutes: ladder?.againMinutes ?? null,
  };
}

function shiftsOf(teamId: string | null, { shifts }: Teams): readonly RotaShift[] {
  return shifts.filter((shift) => shift.teamId === teamId);
}

/** Who stands behind a target now. */
function peopleOf(
  target: TeamLadder["targets"][number],
  authorityId: OrganisationId,
  teams: Teams,
): Target["people"] {
  switch (target.kind) {
    case "person":
      return [target.personId];
    case "role":
      return teams.holders
        .filter((holder) => holder.authorityId === authorityId && holder.role === target.role)
        .map(({ personId }) => personId);
    case "team":
      return onCallAt(shiftsOf(target.targetTeamId, teams), teams.now).rungs.get(1) ?? [];
  }
}

const Holder = z.object({ authorityId: OrganisationId, role: z.string(), personId: PersonId });
type Holder = z.infer<typeof Holder>;

/** A role that nobody has claimed for so long is not counted on. */
const claimedDays = 90;

async function readHolders(
  { tx, now }: Work,
  wanted: readonly DutyOf[],
  roles: readonly string[],
): Promise<readonly Holder[]> {
  const authorityIds = wanted.map(({ authorityId }) => authorityId);
  const rows: unknown[] = await tx.$queryRaw`
    select organisation_id as "authorityId", role, person_id as "personId" from role_assignment
    where organisation_id = any (${authorityIds}::uuid[]) and role = any (${[...roles]}::text[])
      and last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
    order by person_id`;
  return rows.map((row) => Holder.parse(row));
}
