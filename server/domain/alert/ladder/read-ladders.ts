import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { LadderSettings, Situation } from "@/server/domain/alert/ladder/escalation";
import { readAlarmed } from "@/server/domain/alert/ladder/read-alarmed";
import { readDuties, type Duty, type DutyOf } from "@/server/domain/alert/ladder/read-duties";
import { readSentNotices } from "@/server/domain/alert/ladder/read-sent-notices";
import { readChannels } from "@/server/domain/push/read-channels";
import { AlertId, OrganisationId, type PersonId } from "@/server/vocabulary/ids";

export type Ladder = Omit<Situation, "now">;

/**
 * Of each of these alerts: who could be told of it now and by which channels, how long each rung waits, and how its
 * notices fared. As many questions for a hundred alerts as for one.
 */
export async function readLadders(
  work: Work,
  alertIds: readonly AlertId[],
  settings: LadderSettings,
): Promise<ReadonlyMap<AlertId, Ladder>> {
  const alerts = await readAlerted(work, alertIds);
  const dutyOf = await readDuties(work, alerts);
  const alarmedOf = await readAlarmed(
    work,
    alerts.map(({ authorityId }) => authorityId),
  );
  const called = alerts.map((alert) => ({
    ...dutyOf(alert),
    ...alert,
    managers: alarmedOf(alert.authorityId),
  }));
  const channelsOf = await readChannels(work, [...new Set(called.flatMap(peopleOf))]);
  const noticesOf = await readSentNotices(work, alertIds);

  return new Map(
    called.map(({ alertId, onCall, managers, waitOf, againMinutes }) => [
      alertId,
      {
        onCall,
        managers,
        channelsOf,
        waitOf,
        notices: noticesOf.get(alertId) ?? [],
        settings: { ...settings, againMinutes: againMinutes ?? settings.againMinutes },
      },
    ]),
  );
}

const Alerted = z.object({ alertId: AlertId, authorityId: OrganisationId, teamId: z.uuid().nullable() });
type Alerted = DutyOf & { readonly alertId: AlertId };

async function readAlerted({ tx }: Work, alertIds: readonly AlertId[]): Promise<readonly Alerted[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select alert.id as "alertId", alert.authority_id as "authorityId", coalesce(alert.duty_team_id, (
        select duty_team_id from duty_team_authority served where served.authority_id = alert.authority_id
        order by cover limit 1)) as "teamId"
    from alert where alert.id = any (${alertIds}::uuid[])`;
  return rows.map((row) => Alerted.parse(row));
}

function peopleOf({ managers, onCall }: Duty & { readonly managers: readonly PersonId[] }): PersonId[] {
  return [...managers, ...[...onCall.rungs.values()].flat()];
}
