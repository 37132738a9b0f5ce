import { randomUUID } from "node:crypto";
import { queueJob } from "@/server/db/outbox";
import { askAbout, type Work } from "@/server/db/work";
import { writeMessage } from "@/server/domain/alert/messages/write-message";
import { addToVisit, holdVisit, type HeldVisit } from "@/server/domain/alert/visit/hold-visit";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { birthInWords, mostBirthDays, type BirthReport } from "@/server/vocabulary/birth-report";
import { RequestId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * The baby of a woman whose unborn child is on a plan is born: on the timeline, as a message, and as news to whoever has
 * the alert or was called, for every authority that was told. The register is not changed: the authority's list decides.
 * Said twice, it is on record once. Refuses: not found (not the person's own card), conflict (no plan for an unborn
 * child), invalid (a birth that is still to come or too long ago, the mother's number given as the baby's).
 */
export async function reportBirth(work: Work, report: BirthReport): Promise<void> {
  checkWhen(report, work.now);
  const visit = await holdVisit(work, report.lookupId);
  await checkMother(work, report);

  const words = birthInWords(report);
  const isSaid = visit.alerts.every(({ events }) =>
    events.some(({ kind, detail }) => kind === "born" && detail === words),
  );
  if (!isSaid) await tell(work, visit, { report, words });
  await recordAudit(work, {
    action: "visit:record",
    outcome: "done",
    detail: "born",
    concerns: report.lookupId,
  });
}

function checkWhen({ bornAt }: BirthReport, now: Date): void {
  if (bornAt > now)
    throw new Refusal("invalid", "This is still to come. Enter the day and time of the birth.");
  if (now.getTime() - bornAt.getTime() > mostBirthDays * 86_400_000)
    throw new Refusal("invalid", "This was more than 28 days ago. Ring the authority instead.");
}

async function checkMother(work: Work, { lookupId, childNhsNumber }: BirthReport): Promise<void> {
  const { nhsNumber } = await work.tx.lookup.findUniqueOrThrow({
    where: { id: lookupId },
    select: { nhsNumber: true },
  });
  if (nhsNumber === childNhsNumber)
    throw new Refusal("invalid", "This is the mother’s NHS number. Leave it empty until the baby has one.");

  await askAbout(work, nhsNumber);
  const awaited = {
    kind: "unborn",
    deletedOn: null,
    subject: { OR: [{ nhsNumber }, { supersededBy: nhsNumber }] },
  };
  if ((await work.tx.plan.count({ where: awaited })) === 0)
    throw new Refusal("conflict", "No plan for an unborn child is held here. Write a message instead.");
}

interface Said {
  readonly report: BirthReport;
  readonly words: string;
}

async function tell(work: Work, visit: HeldVisit, { report, words }: Said): Promise<void> {
  await addToVisit(work, visit, { kind: "born", detail: words });
  const { bornAt, sex, childNhsNumber, lookupId } = report;
  for (const { alertId } of visit.alerts) {
    await work.tx.birthReport.create({
      data: {
        alertId,
        lookupId,
        personId: visit.personId,
        bornAt,
        sex,
        childNhsNumber,
        reportedAt: work.now,
      },
      select: { id: true },
    });
    const requestId = RequestId.parse(randomUUID());
    await writeMessage(work, { alertId, requestId, body: `The baby is born. ${words}`, side: "crew" });
    const uniqueKey = `tell:news:${alertId}:born:${requestId}`;
    await queueJob(work, { job: { kind: "tell", alertId, purpose: "news" }, dueAt: work.now, uniqueKey });
  }
}
