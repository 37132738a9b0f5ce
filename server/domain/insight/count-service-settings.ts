import { z } from "zod";
import type { Work } from "@/server/db/work";
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
      coalesce(encode(string_agg(setting, '' order by day), 'base64'), '') as setting,
      coalesce(encode(string_agg(answer, '' order by day), 'base64'), '') as answer,
      coalesce(encode(string_agg(lookups, '' order by day), 'base64'), '') as lookups
    from setting_service_day where day between ${from}::date and ${to}::date`;
  const [{ pairs, ...packed }] = Packed.parse(rows);
  const answers = unpack(packed.answer, pairs);
  const lookups = unpack(packed.lookups, pairs);
  const sums = new Map<number, Map<number, number>>();
  for (const [place, setting] of unpack(packed.setting, pairs).entries()) {
    const ofSetting = sums.get(setting) ?? new Map<number, number>();
    sums.set(setting, ofSetting);
    const answer = answers[place] ?? none;
    ofSetting.set(answer, (ofSetting.get(answer) ?? 0) + (lookups[place] ?? 0));
  }
  const words = await readWords(work, [...sums.keys(), ...new Set(answers)]);
  return [...sums].map(([setting, ofSetting]) =>
    rowOf(words.get(setting) ?? null, inWords(ofSetting, words)),
  );
}

function inWords(
  sums: ReadonlyMap<number, number>,
  words: ReadonlyMap<number, string>,
): ReadonlyMap<string, number> {
  return new Map([...sums].map(([code, lookups]) => [words.get(code) ?? "", lookups]));
}

/** Of the whole service nobody says where from an authority a setting is. */
function rowOf(settingId: string | null, sums: ReadonlyMap<string, number>): SettingRow {
  const of = (answer: AnswerKind) => sums.get(answer) ?? 0;
  return {
    setting_id: settingId,
    place: null,
    lookups: [...sums.values()].reduce((sum, lookups) => sum + lookups, 0),
    held: of("held"),
    none_held: of("none-held"),
    could_not_check: of("could-not-check"),
  };
}
