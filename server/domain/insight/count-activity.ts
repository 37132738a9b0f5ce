import { z } from "zod";
import type { Work } from "@/server/db/work";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { countByKey } from "@/server/domain/insight/packed/group-alerts";
import { none, unpack } from "@/server/domain/insight/packed/unpack";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { isWithin, type Scope } from "@/server/domain/insight/scope";
import type { Period } from "@/server/vocabulary/period";

const ReportRow = z.object({ kind: z.enum(["missed", "referral"]), word: z.string(), reports: z.number() });
export type ReportRow = z.infer<typeof ReportRow>;

/** Missed appointments by kind, and referrals by how they were decided. */
export async function countReports(work: Work, scope: Scope, period: Period): Promise<ReportRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select kind, word, sum(reports)::int as reports from report_day
    where ${scope.isTheirs} and ${isWithin(period)} group by kind, word order by kind, word`;
  return z.array(ReportRow).parse(rows);
}

export interface OutcomeRow {
  /** Null for alerts that were not closed. */
  readonly outcome: string | null;
  readonly alerts: number;
}

/** Alerts by how they were last closed, those that were not at the end. */
export async function countOutcomes(
  work: Work,
  scope: Scope,
  period: Period,
): Promise<readonly OutcomeRow[]> {
  const { columns } = await readAlerts(work, { scope, period, columns: ["outcome"] });
  const outcomes = unpack(columns.outcome);
  await letOthersIn();
  const counts = [...countByKey(outcomes)].map((alerts, index) => ({ code: index + none, alerts }));
  const words = await readWords(
    work,
    counts.map(({ code }) => code),
  );
  return counts
    .filter(({ alerts }) => alerts > 0)
    .map(({ code, alerts }) => ({ outcome: words.get(code) ?? null, alerts }))
    .sort((one, other) => (one.outcome ?? "\u{ffff}").localeCompare(other.outcome ?? "\u{ffff}", "en-GB"));
}
