import type { JudgedQuality } from "@/server/domain/quality/read-data-quality";
import type { ProblemsOfCode } from "@/server/domain/quality/list-quality";

/** What is wrong today with the lists of all, by national code, the most first. Pure. */
export function codesOfAll(authorities: readonly Pick<JudgedQuality, "byCode">[]): readonly ProblemsOfCode[] {
  const counts = new Map<ProblemsOfCode["rowAnswer"], number>();
  for (const { byCode } of authorities) {
    for (const { rowAnswer, count } of byCode) counts.set(rowAnswer, (counts.get(rowAnswer) ?? 0) + count);
  }
  return [...counts]
    .map(([rowAnswer, count]) => ({ rowAnswer, count }))
    .toSorted((one, other) => other.count - one.count || one.rowAnswer.localeCompare(other.rowAnswer));
}
