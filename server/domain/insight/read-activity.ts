import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import {
  countOutcomes,
  countReports,
  type OutcomeRow,
  type ReportRow,
} from "@/server/domain/insight/count-activity";
import { countLookups, type KindRow } from "@/server/domain/insight/count-lookups";
import { countOftenSeen, type OftenSeen } from "@/server/domain/insight/count-often-seen";
import { nameGroups, type NamedGroup } from "@/server/domain/insight/name-groups";
import type { Basis } from "@/server/domain/insight/read-basis";
import { countedScope } from "@/server/domain/insight/scope";
import type { SettingRow } from "@/server/domain/insight/setting-row";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { periodOf, type PeriodRequest } from "@/server/vocabulary/period";

export interface ActivityRead extends Basis {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Whether answers are theirs to count: an authority knows only of what was held. */
  readonly hasAnswers: boolean;
  readonly kinds: readonly KindRow[];
  readonly hours: readonly number[];
  /** By name; without one for attempts of which no setting is on record. */
  readonly settings: readonly (Omit<SettingRow, "setting"> & Partial<NamedGroup>)[];
  readonly reports: readonly ReportRow[];
  readonly outcomes: readonly OutcomeRow[];
  /** Of authorities alone. */
  readonly oftenSeen: OftenSeen | undefined;
}

/** What goes on in a period: who asks, how, when and with which answer; what was reported and what came of alerts. */
export async function readActivity(work: Work, request: PeriodRequest): Promise<ActivityRead> {
  const { scope, basis } = await countedScope(work);
  const period = periodOf(request, work.now);
  const { kinds, hours, settings } = await countLookups(work, scope, period);
  const reports = await countReports(work, scope, period);
  const outcomes = await countOutcomes(work, scope, period);
  const oftenSeen = await oftenSeenBy(work);
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `activity, ${period.from} to ${period.to}`,
  });

  const hasAnswers = scope.measures.includes("held");
  return {
    ...basis,
    from: period.from,
    to: period.to,
    hasAnswers,
    kinds,
    hours,
    reports,
    outcomes,
    settings: await withNames(work, settings),
    oftenSeen,
  };
}

async function withNames(work: Work, rows: readonly SettingRow[]): Promise<ActivityRead["settings"]> {
  const names = await nameGroups(
    work,
    "setting",
    rows.flatMap(({ setting }) => setting ?? []),
  );
  return rows
    .map(({ setting, ...counts }) => ({ ...counts, ...(setting === null ? {} : names.get(setting)) }))
    .sort((one, other) => (one.name ?? "\u{ffff}").localeCompare(other.name ?? "\u{ffff}", "en-GB"));
}

async function oftenSeenBy(work: Work): Promise<OftenSeen | undefined> {
  const { actor } = work;
  if (actor.kind !== "person" || actor.role !== "authority-manager") return undefined;
  return countOftenSeen(work, actor.authorityIds);
}
