import type pg from "pg";
import type { Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { readActivity } from "@/server/domain/insight/read-activity";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readTimes } from "@/server/domain/insight/read-times";
import type { PeriodRequest } from "@/server/vocabulary/period";
import { floorOf, type Figures } from "@/test/bench/insight-floor";
import type { Manager } from "@/test/bench/insight-managers";
import { closedLoad } from "@/test/bench/load";

const times = 20;

export interface InsightPage {
  readonly figures: Figures;
  readonly days: number;
  readonly from: string;
  readonly path: string;
}

export interface AloneStage {
  /** As the owner, past row-level security. */
  readonly floor: pg.Pool;
  readonly database: Database;
  readonly managers: readonly Manager[];
}

/**
 * The measure of each page beside nothing, for one manager of each kind and for all who read, each as often as there are of
 * them: the whole use case, with who asks, row-level security and the record of the look, but without a page around it, against
 * the same numbers in one statement by hand.
 */
export async function measureAlone(stage: AloneStage, pages: readonly InsightPage[]): Promise<void> {
  console.log(
    "\nThe measure of each page by itself, one after the other, beside nothing, p50 in milliseconds:",
  );
  const rows: Compared[] = [];
  for (const page of pages) {
    const ofPage: Compared[] = [];
    for (const role of ["authority-manager", "health-manager", "operator"] as const) {
      const those = stage.managers.filter((one) => one.role === role);
      const [manager] = those;
      if (manager !== undefined) ofPage.push(await compare(stage, page, { manager, count: those.length }));
    }
    rows.push(...ofPage, allOf(ofPage));
  }
  console.table(rows.map(asRow));
}

interface Compared {
  readonly page: string;
  readonly manager: string;
  /** How many of them read. */
  readonly count: number;
  readonly measure: number;
  readonly floor: number;
  readonly failed: number;
}

/** What a page takes on the whole, of those who read it. */
function allOf(compared: readonly Compared[]): Compared {
  const count = sumOf(compared, (one) => one.count);
  return {
    page: compared[0]?.page ?? "",
    manager: "all",
    count,
    measure: sumOf(compared, (one) => one.measure * one.count) / count,
    floor: sumOf(compared, (one) => one.floor * one.count) / count,
    failed: sumOf(compared, ({ failed }) => failed),
  };
}

function sumOf(compared: readonly Compared[], of: (one: Compared) => number): number {
  return compared.reduce((sum, one) => sum + of(one), 0);
}

function asRow({ page, manager, count, measure, floor, failed }: Compared): object {
  return {
    page,
    manager,
    "of them": count,
    measure: Math.round(measure * 10) / 10,
    floor: Math.round(floor * 10) / 10,
    ratio: Math.round((measure / floor) * 100) / 100,
    failed,
  };
}

export function nameOf({ figures, days }: InsightPage): string {
  return `${figures}, ${String(days)} days`;
}

async function compare(
  { database, floor }: AloneStage,
  page: InsightPage,
  { manager, count }: { readonly manager: Manager; readonly count: number },
): Promise<Compared> {
  const { text, values } = floorOf(page.figures, page.days, manager);
  const ours = await closedLoad(1, times, () => readMeasure(database, page, manager));
  const bare = await closedLoad(1, times, async () => {
    await floor.query(text, [...values]);
  });
  const failed = ours.failures + bare.failures;
  return { page: nameOf(page), manager: manager.role, count, measure: ours.p50, floor: bare.p50, failed };
}

async function readMeasure(
  database: Database,
  { figures, from }: InsightPage,
  { actor }: Manager,
): Promise<void> {
  await withWork(database, { actor, now: new Date(), plansAnew: true }, (work) =>
    useCases[figures](work, { from, to: "2999-01-01" }),
  );
}

const useCases: Readonly<Record<Figures, (work: Work, period: PeriodRequest) => Promise<unknown>>> = {
  figures: readFigures,
  times: (work, period) => readTimes(work, { period, step: "taken", by: "setting" }),
  activity: readActivity,
};
