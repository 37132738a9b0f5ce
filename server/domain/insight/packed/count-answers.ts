import { sumByKey } from "@/server/domain/insight/packed/group-alerts";
import type { CountedSettings } from "@/server/domain/insight/packed/read-settings";
import { none } from "@/server/domain/insight/packed/unpack";

/** Lookups, and how they were answered. */
export interface Answers {
  readonly lookups: number;
  readonly held: number;
  readonly none_held: number;
  readonly could_not_check: number;
}

/** Puts lookups together by a number of each; `none` is a group as any other. Those without lookups are not there. Pure. */
export function countAnswers(
  keys: Int32Array,
  settings: Pick<CountedSettings, "held" | "noneHeld" | "couldNotCheck">,
): ReadonlyMap<number, Answers> {
  const ofHeld = sumByKey(keys, settings.held);
  const ofNoneHeld = sumByKey(keys, settings.noneHeld);
  const ofCouldNotCheck = sumByKey(keys, settings.couldNotCheck);
  const groups = new Map<number, Answers>();
  for (const [index, held] of ofHeld.entries()) {
    const [none_held, could_not_check] = [ofNoneHeld[index] ?? 0, ofCouldNotCheck[index] ?? 0];
    const lookups = held + none_held + could_not_check;
    if (lookups > 0) groups.set(index + none, { lookups, held, none_held, could_not_check });
  }
  return groups;
}
