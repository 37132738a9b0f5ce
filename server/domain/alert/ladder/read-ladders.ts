import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { LadderSettings, Situation } from "@/server/domain/alert/ladder/escalation";
import { readAlarmed } from "@/server/domain/alert/ladder/read-alarmed";
import { readSentNotices } from "@/server/domain/alert/ladder/read-sent-notices";
import { nextOpening } from "@/server/domain/directory/next-opening";
import { readChannels } from "@/server/domain/push/read-channels";
import { readOnCallOfAuthorities, type AuthorityOnCall } from "@/server/domain/rota/read-on-call";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { AlertId, OrganisationId, type PersonId } from "@/server/vocabulary/ids";

export type Ladder = Omit<Situation, "now">;

/**
 * Of each of these alerts: who could be told of it now and by which channels, how long each rung waits, and how its
 * notices fared. As many questions for a hundred alerts as for one. Who is on call is asked of the rota, by the same
 * rules by which its pages answer "who would be told?".
 */
export async function readLadders(
  work: Work,
  alertIds: readonly AlertId[],
  settings: LadderSettings,
): Promise<ReadonlyMap<AlertId, Ladder>> {
  const alerts = await readAlerted(work, alertIds);
  const authorityIds = [...new Set(alerts.map(({ authorityId }) => authorityId))];
  const onCallOf = await readOnCallOfAuthorities(work, authorityIds, settings);
  const alarmedOf = await readAlarmed(work, authorityIds);
  const called = alerts.map(({ alertId, kind, authorityId }) => {
    const onCall = onCallOf.get(authorityId) ?? nobody;
    return { alertId, managers: alarmedOf(authorityId), onCall, ...quiet(kind, onCall, work.now) };
  });
  const channelsOf = await readChannels(work, [...new Set(called.flatMap(peopleOf))]);
  const noticesOf = await readSentNotices(work, alertIds);

  return new Map(
    called.map(({ alertId, managers, onCall, quietUntil }) => [
      alertId,
      {
        onCall,
        managers,
        ...(quietUntil && { quietUntil }),
        channelsOf,
        waitOf: onCall.waitMinutes,
        notices: noticesOf.get(alertId) ?? [],
        settings: { ...settings, againMinutes: onCall.againMinutes ?? settings.againMinutes },
      },
    ]),
  );
}

const nobody: AuthorityOnCall = {
  rungs: new Map(),
  lastRung: 1,
  waitMinutes: new Map(),
  againMinutes: null,
  office: null,
};

/** A missed appointment is no emergency: it waits for the office, where it is known when that opens. */
function quiet(kind: AlertKind, { office }: AuthorityOnCall, now: Date): { readonly quietUntil?: Date } {
  if (kind !== "was-not-brought" || office === null) return {};
  const quietUntil = nextOpening(office, now);
  return quietUntil ? { quietUntil } : {};
}

const Alerted = z.object({ alertId: AlertId, kind: AlertKind, authorityId: OrganisationId });

async function readAlerted({ tx }: Work, alertIds: readonly AlertId[]): Promise<z.infer<typeof Alerted>[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select alert.id as "alertId", alert.kind, alert.authority_id as "authorityId" from alert
    where alert.id = any (${alertIds}::uuid[])`;
  return rows.map((row) => Alerted.parse(row));
}

function peopleOf({
  managers,
  onCall,
}: {
  readonly managers: readonly PersonId[];
  readonly onCall: AuthorityOnCall;
}): PersonId[] {
  return [...managers, ...[...onCall.rungs.values()].flat()];
}
