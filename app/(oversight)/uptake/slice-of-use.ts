import type { Slice } from "@/app/(oversight)/insight/rows-address";
import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { addDays } from "@/server/vocabulary/london-time";

/** Of which rows the figures of a setting in these weeks are; undefined where there are no weeks. */
export function sliceOfUse(
  { settingId }: Pick<SettingUse, "settingId">,
  weeks: Uptake["weeks"],
): Slice | undefined {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const cut = { by: "setting", is: settingId } as const;
  return { from: first.from, to: addDays(last.from, 6), cut, page: "uptake" };
}
