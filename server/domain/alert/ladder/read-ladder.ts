import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { LadderSettings, Situation } from "@/server/domain/alert/ladder/escalation";
import { readSentNotices } from "@/server/domain/alert/ladder/read-sent-notices";
import { withTargets, type Target } from "@/server/domain/alert/ladder/with-targets";
import { readChannels } from "@/server/domain/push/read-channels";
import { onCallAt } from "@/server/domain/rota/on-call";
import { readShifts } from "@/server/domain/rota/read-shifts";
import { OrganisationId, PersonId, type AlertId } from "@/server/vocabulary/ids";

/** Who could be told of this alert now and by which channels, how long each rung waits, and how its notices fared. */
export async function readLadder(
  work: Work,
  alertId: AlertId,
  settings: LadderSettings,
): Promise<Omit<Situation, "now">> {
  const { authorityId, teamId, againMinutes, rungs, targets, managers } = await readPlan(work, alertId);
  const shifts = teamId === null ? [] : await readShifts(work, teamId);
  const onCall = withTargets(onCallAt(shifts, work.now), rungs, await peopleOf(work, targets, authorityId));
  const people = [...new Set([...managers, ...[...onCall.rungs.values()].flat()])];

  return {
    onCall,
    managers,
    channelsOf: await readChannels(work, people),
    waitOf: new Map(rungs.map(({ rung, waitMinutes }) => [rung, waitMinutes])),
    notices: await readSentNotices(work, alertId),
    settings: { ...settings, againMinutes: againMinutes ?? settings.againMinutes },
  };
}

const Plan = z.object({
  authorityId: OrganisationId,
  teamId: z.uuid().nullable(),
  againMinutes: z.number().nullable(),
  rungs: z.array(z.object({ rung: z.number(), waitMinutes: z.number() })),
  targets: z.array(
    z.object({
      rung: z.number(),
      kind: z.enum(["person", "role", "team"]),
      personId: PersonId.nullable(),
      role: z.string().nullable(),
      teamId: z.uuid().nullable(),
    }),
  ),
  /** The authority's managers and the service's operators: whom to alarm. */
  managers: z.array(PersonId),
});
type PlanTarget = z.infer<typeof Plan>["targets"][number];

/** A role that nobody has claimed for so long is not counted on. */
const claimedDays = 90;

async function readPlan({ tx, now }: Work, alertId: AlertId): Promise<z.infer<typeof Plan>> {
  const rows: unknown[] = await tx.$queryRaw`
    with own as (
      select alert.authority_id, coalesce(alert.duty_team_id, (
        select duty_team_id from duty_team_authority served where served.authority_id = alert.authority_id
        order by cover limit 1)) as team_id
      from alert where alert.id = ${alertId}::uuid
    )
    select own.authority_id as "authorityId", own.team_id as "teamId", duty_team.again_minutes as "againMinutes",
      (select coalesce(json_agg(json_build_object('rung', rung, 'waitMinutes', wait_minutes)), '[]')
        from ladder_rung where duty_team_id = own.team_id) as rungs,
      (select coalesce(json_agg(json_build_object('rung', rung, 'kind', kind, 'personId', person_id, 'role', role,
          'teamId', target_team_id) order by id), '[]')
        from ladder_target where duty_team_id = own.team_id) as targets,
      (select coalesce(json_agg(distinct role_assignment.person_id), '[]')
        from role_assignment join organisation on organisation.id = role_assignment.organisation_id
        where last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays})
          and (role = 'authority-manager' and organisation_id = own.authority_id
            or role = 'operator' and organisation.kind = 'service')) as managers
    from own left join duty_team on duty_team.id = own.team_id`;
  return Plan.parse(rows[0]);
}

/** Who stands behind each target now. */
async function peopleOf(
  work: Work,
  targets: readonly PlanTarget[],
  authorityId: OrganisationId,
): Promise<readonly Target[]> {
  const found: Target[] = [];
  for (const { rung, kind, personId, role, teamId } of targets) {
    if (kind === "person" && personId) found.push({ rung, people: [personId] });
    if (kind === "role" && role) found.push({ rung, people: await holdersOf(work, role, authorityId) });
    if (kind === "team" && teamId) {
      const first = onCallAt(await readShifts(work, teamId), work.now).rungs.get(1) ?? [];
      found.push({ rung, people: first });
    }
  }
  return found;
}

async function holdersOf(
  { tx, now }: Work,
  role: string,
  organisationId: OrganisationId,
): Promise<PersonId[]> {
  const since = new Date(now.getTime() - claimedDays * 86_400_000);
  const rows = await tx.roleAssignment.findMany({
    where: { role, organisationId, lastClaimedAt: { gt: since } },
    select: { personId: true },
    orderBy: { personId: "asc" },
  });
  return rows.map(({ personId }) => PersonId.parse(personId));
}
