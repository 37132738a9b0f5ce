import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { countAsked, type AskedRow } from "@/server/domain/insight/count-facts";
import { countRaised, type Raised, type RaisedRow } from "@/server/domain/insight/count-raised";
import type { Basis } from "@/server/domain/insight/read-basis";
import { nameGroups } from "@/server/domain/insight/name-groups";
import { countedScope, type Grouping } from "@/server/domain/insight/scope";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { Measure } from "@/server/vocabulary/measure";
import { periodOf, type PeriodRequest } from "@/server/vocabulary/period";
import { cutPeriod, type PeriodPart, type PeriodUnit } from "@/server/vocabulary/period-parts";

/** Counts, and seconds for the two waits; null where nothing was taken, so that there is no wait to speak of. */
export type Figures = Readonly<Record<Measure, number | null>>;

export interface FiguresRead extends Basis {
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly measures: readonly Measure[];
  readonly total: Figures;
  /** By what its days are looked at. */
  readonly unit: PeriodUnit;
  /** Every part of the period, those without anything included, the oldest first. */
  readonly parts: readonly (PeriodPart & { readonly figures: Figures })[];
  readonly grouping: Grouping;
  /** Only groups that have something to count, by name. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly figures: Figures }[];
}

/** What happened in a period, in figures: in all, by London day, week or month, and by authority or care setting. */
export async function readFigures(work: Work, request: PeriodRequest): Promise<FiguresRead> {
  const { scope, basis } = await countedScope(work);
  const period = periodOf(request, work.now);
  const { unit, parts } = cutPeriod(period);
  const asked = await countAsked(work, scope, parts);
  const raised = await countRaised(work, scope, parts);
  const slices = joinSlices(asked, raised);
  const groups = await nameGroups(work, scope.grouping, [...slices.groups.keys()]);
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `figures, ${period.from} to ${period.to}`,
  });

  return {
    ...basis,
    from: period.from,
    to: period.to,
    measures: scope.measures,
    total: slices.total,
    unit,
    parts: parts.map((part, place) => ({ ...part, figures: slices.parts.get(place) ?? nothing })),
    grouping: scope.grouping,
    groups: groups.map(({ id, name }) => ({ id, name, figures: slices.groups.get(id) ?? nothing })),
  };
}

const nothing: Figures = {
  lookups: 0,
  held: 0,
  "none-held": 0,
  "could-not-check": 0,
  raised: 0,
  taken: 0,
  unreached: 0,
  "median-wait": null,
  "long-wait": null,
};

interface Slices {
  total: Figures;
  readonly parts: Map<number, Figures>;
  readonly groups: Map<string, Figures>;
}

function joinSlices(asked: readonly AskedRow[], raised: Raised): Slices {
  const slices: Slices = {
    total: { ...nothing, ...raisedFigures(raised.total) },
    parts: new Map(),
    groups: new Map(),
  };
  for (const [part, row] of raised.parts) addTo(slices.parts, part, raisedFigures(row));
  for (const [id, row] of raised.groups) addTo(slices.groups, id, raisedFigures(row));
  for (const row of asked) {
    const { level, part, group_id } = row;
    if (level === "total") slices.total = { ...slices.total, ...askedFigures(row) };
    if (level === "part" && part !== null) addTo(slices.parts, part, askedFigures(row));
    // A fact without a group (a lookup belongs to no authority) is counted in the total and the part only.
    if (level === "group" && group_id !== null) addTo(slices.groups, group_id, askedFigures(row));
  }
  return slices;
}

function addTo<Key>(slices: Map<Key, Figures>, key: Key, figures: Partial<Figures>): void {
  slices.set(key, { ...(slices.get(key) ?? nothing), ...figures });
}

function askedFigures({ lookups, held, none_held, could_not_check }: AskedRow): Partial<Figures> {
  return { lookups, held, "none-held": none_held, "could-not-check": could_not_check };
}

function raisedFigures({ raised, reached, unreached, median, ninetieth }: RaisedRow): Partial<Figures> {
  return { raised, taken: reached, unreached, "median-wait": median, "long-wait": ninetieth };
}
