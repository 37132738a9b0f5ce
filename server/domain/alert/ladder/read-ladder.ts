import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { LadderSettings, Situation } from "@/server/domain/alert/ladder/escalation";
import { readSentNotices } from "@/server/domain/alert/ladder/read-sent-notices";
import { readChannels } from "@/server/domain/push/read-channels";
import { claimedDays } from "@/server/domain/rota/read-holders";
import { readOnCall } from "@/server/domain/rota/read-on-call";
import { OrganisationId, PersonId, type AlertId } from "@/server/vocabulary/ids";

/**
 * Who could be told of this alert now and by which channels, how long each rung waits, and how its notices fared. Who is
 * on call is asked of the rota, by the same rules by which its pages answer "who would be told?".
 */
export async function readLadder(
  work: Work,
  alertId: AlertId,
  settings: LadderSettings,
): Promise<Omit<Situation, "now">> {
  const { authorityId, managers } = await readAuthority(work, alertId);
  const { waitMinutes, againMinutes, ...onCall } = await readOnCall(work, authorityId, settings);
  const people = [...new Set([...managers, ...[...onCall.rungs.values()].flat()])];

  return {
    onCall,
    managers,
    channelsOf: await readChannels(work, people),
    waitOf: waitMinutes,
    notices: await readSentNotices(work, alertId),
    settings: { ...settings, againMinutes: againMinutes ?? settings.againMinutes },
  };
}

const Alerted = z.object({
  authorityId: OrganisationId,
  /** The authority's managers and the service's operators: whom to alarm. */
  managers: z.array(PersonId),
});

async function readAuthority({ tx, now }: Work, alertId: AlertId): Promise<z.infer<typeof Alerted>> {
  const rows: unknown[] = await tx.$queryRaw`
    select alert.authority_id as "authorityId",
      (select coalesce(json_agg(distinct role_assignment.person_id), '[]')
        from role_assignment join organisation on organisation.id = role_assignment.organisation_id
        where last_claimed_at > ${now}::timestamptz - make_interval(days => ${claimedDays}::int)
          and (role = 'authority-manager' and organisation_id = alert.authority_id
            or role = 'operator' and organisation.kind = 'service')) as managers
    from alert where alert.id = ${alertId}::uuid`;
  return Alerted.parse(rows[0]);
}
