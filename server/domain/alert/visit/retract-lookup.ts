import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { isWithdrawn } from "@/server/domain/alert/alert-progress";
import { addToVisit, holdVisit, type HeldVisit } from "@/server/domain/alert/visit/hold-visit";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { isLook } from "@/server/vocabulary/alert-event";
import type { LookupId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** How long after the authority was told it can be withdrawn by a tap; later a person has to be told. */
const retractMinutes = 10;

/**
 * It was the wrong child: the authority is told so, and if no other look stands, nobody has to take the alert. The look
 * and the retraction both stay on record. Said twice, it is on record once. Refuses: not found (not the person's own
 * card), conflict (more than 10 minutes ago).
 */
export async function retractLookup(
  work: Work,
  lookupId: LookupId,
  action: "visit:record" | "appointment:report-missed" = "visit:record",
): Promise<void> {
  const visit = await holdVisit(work, lookupId);
  const events = visit.alerts.flatMap((alert) => alert.events);
  const isSaid = events.some((event) => event.kind === "wrong-child" && event.lookupId === lookupId);
  const told = events.find((event) => event.lookupId === lookupId && isLook(event));
  const toldAt = told?.happenedAt ?? visit.askedAt;
  if (!isSaid && work.now.getTime() - toldAt.getTime() > retractMinutes * 60_000)
    throw new Refusal(
      "conflict",
      "That was more than 10 minutes ago. Ring the authority, or write a message.",
    );

  if (!isSaid) {
    await addToVisit(work, visit, { kind: "wrong-child" });
    for (const alert of visit.alerts) await tell(work, { ...alert, lookupId });
  }
  await recordAudit(work, {
    action,
    outcome: "done",
    detail: "wrong-child",
    concerns: lookupId,
  });
}

type Retracted = HeldVisit["alerts"][number] & Pick<HeldVisit, "lookupId">;

/**
 * A withdrawal takes the call off the phone, so it is told only where no look stands any more, also to whoever has the
 * alert. Where another look stands, so does the call: the retraction is news beside it.
 */
async function tell(work: Work, { alertId, events, lookupId }: Retracted): Promise<void> {
  const isAll = isWithdrawn([...events, { kind: "wrong-child", lookupId }]);
  await queueJob(work, {
    job: { kind: "tell", alertId, purpose: isAll ? "withdrawal" : "news" },
    dueAt: work.now,
    uniqueKey: isAll ? `tell:withdrawal:${alertId}` : `tell:news:${alertId}:wrong-child:${lookupId}`,
  });
}
