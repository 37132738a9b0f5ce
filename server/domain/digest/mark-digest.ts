import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { WeeklyDigestId } from "@/server/vocabulary/ids";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { DigestOutcome } from "@/server/vocabulary/weekly-digest";

interface OfWeek {
  readonly digestId: WeeklyDigestId;
  readonly monday: LondonDate;
}

/** Before it is sent: true for exactly one of all that try to begin this person's e-mail of this week. */
export async function beginDigest({ tx, now }: Work, { digestId, monday }: OfWeek): Promise<boolean> {
  const begun = await tx.$executeRaw`
    update weekly_digest set week = ${monday}::date, begun_at = ${now}, ended_at = null, outcome = null
    where id = ${digestId}::uuid and stopped_at is null and (week is null or week < ${monday}::date)`;
  return begun === 1;
}

/** The mail server said that it has not taken it, and may later: it may be begun again. */
export async function unbeginDigest({ tx }: Work, { digestId, monday }: OfWeek): Promise<void> {
  await tx.$executeRaw`
    update weekly_digest set week = null, begun_at = null
    where id = ${digestId}::uuid and week = ${monday}::date and ended_at is null`;
}

/** How it ended, on record. */
export async function endDigest(
  work: Work,
  { digestId, monday }: OfWeek,
  outcome: DigestOutcome,
): Promise<void> {
  const ended = await work.tx.$executeRaw`
    update weekly_digest set week = ${monday}::date, ended_at = ${work.now}, outcome = ${outcome}
    where id = ${digestId}::uuid and (week is null or week < ${monday}::date or ended_at is null)`;
  if (ended === 0) return;
  await recordAudit(work, {
    action: "digest:choose",
    outcome: outcome === "sent" ? "done" : "failed",
    detail: `weekly e-mail: ${outcome}`,
    concerns: digestId,
  });
}
