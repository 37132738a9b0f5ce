import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { Chronology } from "@/server/domain/chronology/chronology";
import { entriesOf } from "@/server/domain/chronology/entries-of";
import { findChild } from "@/server/domain/chronology/find-child";
import { readFacts } from "@/server/domain/chronology/read-facts";
import type { SubjectId } from "@/server/vocabulary/ids";
import { addDays, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";

export interface ChronologyRequest {
  readonly subjectId: SubjectId;
  /** The first day; null for everything on record. */
  readonly from: LondonDate | null;
  /** The last day, included. */
  readonly to: LondonDate;
  /** What is made of it: looked at, or taken away as a file. Stands in the audit. */
  readonly form: "page" | "file";
}

/**
 * Every attendance of one child in unscheduled care anywhere in England, and what was said and done around each alert
 * to this authority. An entry is of this period if somebody looked in it; what came of that look is told even where it
 * came later. Each reading is on record with the NHS number. Refuses: not found (not one of the person's authorities').
 */
export async function readChronology(
  work: Work,
  { subjectId, from, to, form }: ChronologyRequest,
): Promise<Chronology> {
  const found = await findChild(work, subjectId);
  const startsAt = from === null ? null : startOfLondonDay(from);
  const entries = entriesOf(
    await readFacts(work, found, { startsAt, endsAt: startOfLondonDay(addDays(to, 1)) }),
  );
  await recordAudit(work, {
    action: "chronology:read",
    outcome: "done",
    detail: `${form}, ${from ?? "the beginning"} to ${to}, entries: ${String(entries.length)}`,
    nhsNumber: found.child.nhsNumber,
    concerns: subjectId,
  });

  const reference = referenceOf(subjectId);
  return { reference, child: found.child, from, to, readAt: work.now, readBy: work.actor.name, entries };
}

/** The last digits of an id, which are random: enough to tell papers apart, and to find them again by the id. */
function referenceOf(subjectId: SubjectId): string {
  return `C-${subjectId.slice(-8).toUpperCase()}`;
}
