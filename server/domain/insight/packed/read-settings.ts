import type { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readColumns } from "@/server/domain/insight/packed/read-columns";
import type { Repeated } from "@/server/domain/insight/packed/spread";
import { unpack } from "@/server/domain/insight/packed/unpack";
import type { Days } from "@/server/vocabulary/period";

/**
 * How many lookups each care setting had on each day, by answer, in the order of days: columns with a number for each
 * setting of a day, `none` where there is nothing.
 */
export interface CountedSettings {
  /** The first day of the period is nought. */
  readonly days: Repeated;
  /** The code of its id; `none` for attempts of which no setting is on record. */
  readonly setting: Int32Array;
  readonly held: Int32Array;
  readonly noneHeld: Int32Array;
  readonly couldNotCheck: Int32Array;
}

/** From days that were packed: `lookupDays` of a scope says whose. */
export async function readSettings(
  work: Work,
  settingDays: Prisma.Sql,
  period: Days,
): Promise<CountedSettings> {
  const { days, columns } = await readColumns(work, {
    packedDays: settingDays,
    period,
    counts: "settings",
    columns: ["setting", "held", "none_held", "could_not_check"],
  });
  const setting = unpack(columns.setting);
  await letOthersIn();
  const held = unpack(columns.held);
  await letOthersIn();
  const noneHeld = unpack(columns.none_held);
  await letOthersIn();
  return { days, setting, held, noneHeld, couldNotCheck: unpack(columns.could_not_check) };
}
