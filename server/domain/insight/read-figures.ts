import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { countAsked } from "@/server/domain/insight/count-asked";
import type { Answers } from "@/server/domain/insight/packed/count-answers";
import { countRaised, type RaisedRow } from "@/server/domain/insight/count-raised";
import type { Basis } from "@/server/domain/insight/read-basis";
import { nameGroups, type GroupKey, type NamedGroup } from "@/server/domain/insight/name-groups";
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
  const named = await nameGroups(work, scope.grouping, [...asked.groups.keys(), ...raised.groups.keys()]);
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `figures, ${period.from} to ${period.to}`,
  });

  const ofParts = join(asked.parts, raised.parts);
  return {
    ...basis,
    from: period.from,
    to: period.to,
    measures: scope.measures,
    total: { ...nothing, ...raisedFigures(raised.total), ...askedFigures(asked.total) },
    unit,
    parts: parts.map((part, place) => ({ ...part, figures: { ...nothing, ...ofParts.get(place) } })),
    grouping: scope.grouping,
    groups: groupsOf(named, join<GroupKey>(asked.groups, raised.groups)),
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

/** What was counted of each: a part of the period, or a group. */
function join<Key>(
  asked: ReadonlyMap<Key, Answers>,
  raised: ReadonlyMap<Key, RaisedRow>,
): ReadonlyMap<Key, Partial<Figures>> {
  const joined = new Map<Key, Partial<Figures>>();
  for (const [key, row] of raised) joined.set(key, raisedFigures(row));
  for (const [key, row] of asked) joined.set(key, { ...joined.get(key), ...askedFigures(row) });
  return joined;
}

/** In order of name; one that was counted under its code and under its id is there once. */
function groupsOf(
  named: ReadonlyMap<GroupKey, NamedGroup>,
  counted: ReadonlyMap<GroupKey, Partial<Figures>>,
): FiguresRead["groups"] {
  const groups = new Map<string, FiguresRead["groups"][number]>();
  for (const [key, { id, name }] of named) {
    const { figures } = groups.get(id) ?? { figures: nothing };
    groups.set(id, { id, name, figures: { ...figures, ...counted.get(key) } });
  }
  return [...groups.values()];
}

function askedFigures({ lookups, held, none_held, could_not_check }: Answers): Partial<Figures> {
  return { lookups, held, "none-held": none_held, "could-not-check": could_not_check };
}

function raisedFigures({ raised, reached, unreached, median, ninetieth }: RaisedRow): Partial<Figures> {
  return { raised, taken: reached, unreached, "median-wait": median, "long-wait": ninetieth };
}
