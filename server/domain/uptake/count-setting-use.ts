import type { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readSettings, type CountedSettings } from "@/server/domain/insight/packed/read-settings";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { spread } from "@/server/domain/insight/packed/spread";
import { none } from "@/server/domain/insight/packed/unpack";
import type { UseRow } from "@/server/domain/uptake/use-row";
import type { UseWeeks } from "@/server/domain/uptake/use-weeks";
import { addDays } from "@/server/vocabulary/london-time";

/** How often each setting of the whole service, or of an organisation, asked in each week, answered or not. */
export async function countSettingUse(
  work: Work,
  settingDays: Prisma.Sql,
  { from, until }: UseWeeks,
): Promise<readonly UseRow[]> {
  const first = from[0] ?? until;
  const settings = await readSettings(work, settingDays, { from: first, to: addDays(until, -1) });
  await letOthersIn();
  const used = useOf(settings);
  const words = await readWords(work, used.keys());
  return [...used].flatMap(([code, weeks]) =>
    [...weeks].map(([place, { count, lastDay }]) => {
      return { settingId: words.get(code) ?? "", place, count, lastOn: addDays(first, lastDay) };
    }),
  );
}

interface WeekOfUse {
  readonly count: number;
  readonly lastDay: number;
}

/** By the code of the setting, by week; days come in their order. */
function useOf({ days, setting, ...answers }: CountedSettings): ReadonlyMap<number, Map<number, WeekOfUse>> {
  const day = spread(days);
  const used = new Map<number, Map<number, WeekOfUse>>();
  for (const [place, code] of setting.entries()) {
    if (code === none) continue;
    const weeks = used.get(code) ?? new Map<number, WeekOfUse>();
    used.set(code, weeks);
    const lastDay = day[place] ?? 0;
    const week = Math.floor(lastDay / 7);
    weeks.set(week, { count: (weeks.get(week)?.count ?? 0) + lookupsAt(answers, place), lastDay });
  }
  return used;
}

function lookupsAt(
  { held, noneHeld, couldNotCheck }: Omit<CountedSettings, "days" | "setting">,
  place: number,
): number {
  const counts = [held[place], noneHeld[place], couldNotCheck[place]];
  return counts.reduce<number>((sum, count) => sum + Math.max(0, count ?? 0), 0);
}
