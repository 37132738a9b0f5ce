import type { Work } from "@/server/db/work";
import { countByKey, sumByKey } from "@/server/domain/insight/packed/group-alerts";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { none } from "@/server/domain/insight/packed/unpack";
import type { SettingRow } from "@/server/domain/insight/setting-row";
import { readServiceSettings } from "@/server/domain/insight/read-service-settings";
import type { Days } from "@/server/vocabulary/period";

/** Lookups of the whole service with their answers, by care setting. */
export async function countServiceSettings(work: Work, days: Days): Promise<readonly SettingRow[]> {
  const { setting, held, noneHeld, couldNotCheck } = await readServiceSettings(work, days);
  const [ofHeld, ofNoneHeld, ofCouldNotCheck] = [held, noneHeld, couldNotCheck].map((column) =>
    sumByKey(setting, column),
  );
  const codes = [...countByKey(setting).keys()].map((index) => index + none);
  const words = await readWords(work, codes);
  return codes
    .map((code) => {
      const counts = {
        held: ofHeld?.[code - none] ?? 0,
        none_held: ofNoneHeld?.[code - none] ?? 0,
        could_not_check: ofCouldNotCheck?.[code - none] ?? 0,
      };
      const lookups = counts.held + counts.none_held + counts.could_not_check;
      // Of the whole service nobody says where from an authority a setting is.
      return { setting_id: words.get(code) ?? null, place: null, lookups, ...counts };
    })
    .filter(({ lookups }) => lookups > 0);
}
