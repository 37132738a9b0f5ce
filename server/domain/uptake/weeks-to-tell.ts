import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { hideSmall, type Shown } from "@/server/vocabulary/small-numbers";

interface Use {
  readonly weeks: readonly { readonly from: LondonDate; readonly count: number }[];
  readonly settings: readonly SettingUse[];
}

interface UseOfSetting {
  readonly name: string;
  readonly counts: readonly number[];
}

/** Each setting by week, and those that are not named together, as the one table that a file has of them. Pure. */
export function useTable({ weeks, settings }: Use): readonly UseOfSetting[] {
  const others = weeks.map(({ count }, place) =>
    settings.reduce((rest, { counts }) => rest - (counts[place] ?? 0), count),
  );
  const rows = settings.map((setting) => ({ name: settingName(setting), counts: setting.counts }));
  return others.some((count) => count > 0) ? [...rows, { name: "all other settings", counts: others }] : rows;
}

/** How a file names a setting. Pure. */
export function settingName({ name, organisationName }: SettingUse): string {
  return `${name}, ${organisationName}`;
}

/**
 * All settings together by week as far as that may leave, null where it may not: as in the file, so that a picture beside it
 * tells nothing that it hides. Pure.
 */
export function weeksToTell(use: Use): readonly Shown[] {
  const rows = useTable(use);
  if (rows.length === 0) return use.weeks.map(() => 0);
  return (
    hideSmall(rows.map(({ counts }) => counts))
      .at(-1)
      ?.slice(0, use.weeks.length) ?? []
  );
}
