import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readAge, type FiguresAge } from "@/server/domain/insight/read-age";
import { judgeQuality, worstOf, type QualityFinding } from "@/server/domain/quality/judge-quality";
import type { AuthorityQuality } from "@/server/domain/quality/list-quality";
import { isWrongTodayTold } from "@/server/domain/quality/lines-of-all";
import {
  listsToTell,
  weeksToTell,
  type ToldList,
  type ToldShares,
} from "@/server/domain/quality/lists-to-tell";
import { readMendingOfAll, type Mending } from "@/server/domain/quality/mending";
import { problemsToTell, type ToldWeek } from "@/server/domain/quality/problems-to-tell";
import { readProblemWeeks, type ProblemWeek } from "@/server/domain/quality/read-problem-weeks";
import { readListWork } from "@/server/domain/quality/read-list-work";
import { readStandings } from "@/server/domain/quality/read-standings";
import { readLists, readWeeks, type ListWeek } from "@/server/domain/quality/read-trend";
import { Refusal } from "@/server/vocabulary/refusal";

/** What came, went and stayed wrong, week by week. */
export interface Problems {
  /** Oldest first; none where nothing was ever wrong. */
  readonly weeks: readonly ProblemWeek[];
  /** Of each week what may leave in a file or a picture. */
  readonly told: readonly ToldWeek[];
}

export interface JudgedQuality extends AuthorityQuality {
  readonly findings: readonly QualityFinding[];
  /** The newest lists, oldest first; of one's own authorities only. */
  readonly lists: readonly ToldList[];
  /** Of one's own authorities only. */
  readonly problems: Problems;
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
  readonly weeks: readonly (ListWeek & ToldShares)[];
  /** Of all authorities together; empty for one's own. */
  readonly problems: Problems;
  /** Of what any authority mended; null for one's own, of which each has its own. */
  readonly mending: Mending | null;
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
  const problems = await readProblemWeeks(work, isOfAll ? "all" : actor.authorityIds);
  await recordAudit(work, { action: "quality:read", outcome: "done" });

  const judged = standings.map((standing): JudgedQuality => {
    const quality = { ...standing, work: listWork.get(standing.authorityId) ?? null };
    const own = asProblems(problems.get(standing.authorityId), true);
    return {
      ...quality,
      findings: judgeQuality(quality, now),
      lists: listsToTell(lists?.get(standing.authorityId) ?? [], { byCode: standing.byCode, problems: own }),
      problems: own,
    };
  });
  const ofAll = asProblems(problems.get(null), isWrongTodayTold(standings));
  return {
    asAt: now,
    workAge,
    isOfAll,
    authorities: isOfAll ? judged.toSorted((one, other) => rankOf(one) - rankOf(other)) : judged,
    weeks: isOfAll ? weeksToTell(await readWeeks(work), ofAll) : [],
    problems: ofAll,
    mending: isOfAll ? await readMendingOfAll(work) : null,
  };
}

function asProblems(weeks: readonly ProblemWeek[] = [], isTodayTold: boolean): Problems {
  return { weeks, told: problemsToTell(weeks, isTodayTold) };
}

const ranks = { bad: 0, doubtful: 1, fine: 2 } as const;

function rankOf({ findings }: JudgedQuality): number {
  return ranks[worstOf(findings)];
}
