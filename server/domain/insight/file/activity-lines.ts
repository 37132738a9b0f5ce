import { linesOfCounts, type Counts, type FileLine } from "@/server/domain/insight/file/file-table";
import type { ActivityRead } from "@/server/domain/insight/read-activity";
import { answerKinds } from "@/server/vocabulary/answer";
import { measureNames } from "@/server/vocabulary/measure";
import { numberSources } from "@/server/vocabulary/number-source";

/** The page _Activity_ as lines of a file, without small numbers. */
export function* activityLines(read: ActivityRead): Generator<FileLine> {
  for (const counts of tablesOf(read)) yield* linesOfCounts(counts);
}

function tablesOf(read: ActivityRead): readonly Counts[] {
  const { kinds, hours, settings, reports, outcomes, oftenSeen, hasAnswers } = read;
  const answers = hasAnswers ? answerKinds : (["held"] as const);
  const parts = hasAnswers ? answers.map((answer) => measureNames[answer]) : ["Lookups"];
  const whole = "Lookups";
  const byChannel = [...numberSources, "not-known"].map((channel) => ({
    name: channel,
    counts: answers.map((answer) =>
      sumOf(kinds.filter((kind) => kind.channel === channel && kind.answer === answer)),
    ),
  }));
  const bySetting = settings.map((row) => ({
    name: [row.name ?? "not on record", ...(row.place === null ? [] : [row.place])].join(", "),
    counts: hasAnswers ? [row.held, row.none_held, row.could_not_check] : [row.lookups],
  }));
  const byHour = hours.map((count, hour) => ({ name: String(hour), counts: [count] }));
  return [
    { table: "Lookups by channel", parts, whole, rows: byChannel },
    { table: "Lookups by hour", parts: [whole], whole, rows: byHour },
    { table: "Lookups by care setting", parts, whole, rows: bySetting },
    listOf(
      "Alerts by outcome",
      outcomes.map(({ outcome, alerts }) => [outcome ?? "not closed", alerts]),
    ),
    ...(["missed", "referral"] as const).map((kind) =>
      listOf(
        kind === "missed" ? "Missed appointments" : "Referrals",
        reports.filter((row) => row.kind === kind).map(({ word, reports: count }) => [word, count]),
      ),
    ),
    ...(oftenSeen
      ? [
          listOf("Children seen four times or more", [["children", oftenSeen.often]]),
          listOf("Children seen in two settings or more", [["children", oftenSeen.widely]]),
        ]
      : []),
  ];
}

function sumOf(kinds: ActivityRead["kinds"]): number {
  return kinds.reduce((sum, { lookups }) => sum + lookups, 0);
}

function listOf(table: string, counted: readonly (readonly [string, number])[]): Counts {
  const rows = counted.map(([name, count]) => ({ name, counts: [count] }));
  return { table, parts: ["Number"], whole: "Number", rows };
}
