import type { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { countAnswers } from "@/server/domain/insight/packed/count-answers";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readSettings } from "@/server/domain/insight/packed/read-settings";
import type { SettingRow } from "@/server/domain/insight/setting-row";
import type { Days } from "@/server/vocabulary/period";

/** Lookups with their answers, by care setting, of the whole service or of an organisation. */
export async function countPackedSettings(
  work: Work,
  settingDays: Prisma.Sql,
  days: Days,
): Promise<readonly SettingRow[]> {
  const settings = await readSettings(work, settingDays, days);
  await letOthersIn();
  const bySetting = countAnswers(settings.setting, settings);
  // Nobody but an authority is told where from it a setting is.
  return [...bySetting].map(([setting, answers]) => ({ setting, place: null, ...answers }));
}
