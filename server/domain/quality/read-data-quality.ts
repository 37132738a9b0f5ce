import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readAge, type FiguresAge } from "@/server/domain/insight/read-age";
import { judgeQuality, worstOf, type QualityFinding } from "@/server/domain/quality/judge-quality";
import type { AppliedList, AuthorityQuality } from "@/server/domain/quality/list-quality";
import { readListWork } from "@/server/domain/quality/read-list-work";
import { readStandings } from "@/server/domain/quality/read-standings";
import { readLists, readWeeks, type ListWeek } from "@/server/domain/quality/read-trend";
import { Refusal } from "@/server/vocabulary/refusal";

export interface JudgedQuality extends AuthorityQuality {
  readonly findings: readonly QualityFinding[];
  /** The newest lists, oldest first; of one's own authorities only. */
  readonly lists: readonly AppliedList[];
}

export interface DataQuality {
  readonly asAt: Date;
  /** As at when the time spent on lists was counted; all else is of now. */
  readonly workAge: FiguresAge;
  /** Every authority, and not one's own. */
  readonly isOfAll: boolean;
  /** One's own by name; of all, the worst first. */
  readonly authorities: readonly JudgedQuality[];
  /** Of all authorities together; empty for one's own. */
  readonly weeks: readonly ListWeek[];
}

/** How good lists are, what is wrong with them and what to do: of one's own authorities; of all for an operator. On record. */
export async function readDataQuality(work: Work): Promise<DataQuality> {
  const { actor, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can look at this.");
  const isOfAll = actor.role === "operator";
  const standings = await readStandings(work, isOfAll ? "all" : actor.authorityIds);
  const workAge = await readAge(work);
  const listWork = await readListWork(work);
  const lists = isOfAll ? undefined : await readLists(work, actor.authorityIds);
  await recordAudit(work, { action: "quality:read", outcome: "done" });

  const judged = standings.map((standing): JudgedQuality => {
    const quality = { ...standing, work: listWork.get(standing.authorityId) ?? null };
    return {
      ...quality,
      findings: judgeQuality(quality, now),
      lists: lists?.get(standing.authorityId) ?? [],
    };
  });
  return {
    asAt: now,
    workAge,
    isOfAll,
    authorities: isOfAll ? judged.toSorted((one, other) => rankOf(one) - rankOf(other)) : judged,
    weeks: isOfAll ? await readWeeks(work) : [],
  };
}

const ranks = { bad: 0, doubtful: 1, fine: 2 } as const;

function rankOf({ findings }: JudgedQuality): number {
  return ranks[worstOf(findings)];
}
