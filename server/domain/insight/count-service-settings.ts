import { z } from "zod";
import type { Work } from "@/server/db/work";
import { countByKey } from "@/server/domain/insight/alerts/group-alerts";
import { readWords } from "@/server/domain/insight/alerts/read-words";
import { none, unpack } from "@/server/domain/insight/alerts/unpack";
import type { SettingRow } from "@/server/domain/insight/count-activity";
import type { AnswerKind } from "@/server/vocabulary/answer";
import type { Days } from "@/server/vocabulary/period";

const Packed = z.tuple([
  z.object({ pairs: z.number(), setting: z.string(), answer: z.string(), lookups: z.string() }),
]);

/** Lookups of the whole service with their answers, by care setting, from days that were packed. */
export async function countServiceSettings(work: Work, { from, to }: Days): Promise<SettingRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select coalesce(sum(pairs), 0)::int as pairs,
      coalesce(string_agg(setting, '' order by day), '') as setting,
      coalesce(string_agg(answer, '' order by day), '') as answer,
      coalesce(string_agg(lookups, '' order by day), '') as lookups
    from setting_service_day where day between ${from}::date and ${to}::date`;
  const [{ pairs, ...packed }] = Packed.parse(rows);
  const settings = unpack(packed.setting, pairs);
  const sums = sumByAnswer(settings, unpack(packed.answer, pairs), unpack(packed.lookups, pairs));
  const codes = [...countByKey(settings).keys()].map((index) => index + none);
  const words = await readWords(work, [...codes, ...sums.keys()]);
  return codes.map((code) => rowOf(code, sums, words)).filter(({ lookups }) => lookups > 0);
}

type Sums = ReadonlyMap<number, Int32Array>;

/** By the codes of answers: lookups by those of settings, `none` the first. */
function sumByAnswer(settings: Int32Array, answers: Int32Array, lookups: Int32Array): Sums {
  const settingCount = countByKey(settings).length;
  const sums = new Map<number, Int32Array>();
  for (let place = 0; place < settings.length; place += 1) {
    const answer = answers[place] ?? none;
    const ofAnswer = sums.get(answer) ?? new Int32Array(settingCount);
    sums.set(answer, ofAnswer);
    const index = (settings[place] ?? none) - none;
    ofAnswer[index] = (ofAnswer[index] ?? 0) + (lookups[place] ?? 0);
  }
  return sums;
}

/** Of the whole service nobody says where from an authority a setting is. */
function rowOf(code: number, sums: Sums, words: ReadonlyMap<number, string>): SettingRow {
  const counts = new Map(
    [...sums].map(([answer, bySetting]) => [words.get(answer), bySetting[code - none] ?? 0]),
  );
  const of = (answer: AnswerKind) => counts.get(answer) ?? 0;
  return {
    setting_id: words.get(code) ?? null,
    place: null,
    lookups: [...counts.values()].reduce((sum, lookups) => sum + lookups, 0),
    held: of("held"),
    none_held: of("none-held"),
    could_not_check: of("could-not-check"),
  };
}
