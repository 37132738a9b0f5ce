import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readBasis, type Basis } from "@/server/domain/insight/read-basis";
import { listSettings, type SettingUse } from "@/server/domain/uptake/list-settings";
import { readLive, type Live } from "@/server/domain/uptake/read-live";
import { readTrained, type Trained } from "@/server/domain/uptake/read-trained";
import { useWeeksOf } from "@/server/domain/uptake/use-weeks";
import { weeksToTell } from "@/server/domain/uptake/weeks-to-tell";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";
import type { CountedOfSetting, UseState } from "@/server/vocabulary/setting-use";
import type { Shown } from "@/server/vocabulary/small-numbers";

export interface Uptake extends Basis {
  /** Every setting there is, and not those of one organisation or authority. */
  readonly isOfAll: boolean;
  readonly counted: CountedOfSetting;
  /** All settings together, oldest first; the last seven days, up to yesterday, last. */
  readonly weeks: readonly { readonly from: LondonDate; readonly count: number }[];
  /** The counts of these weeks as far as they may leave, in a file or in a picture. */
  readonly told: readonly Shown[];
  readonly states: Readonly<Record<UseState, number>>;
  /** Of an operator's, those that have gone quiet only. */
  readonly settings: readonly SettingUse[];
  readonly trained: readonly Trained[];
  readonly live: readonly Live[];
}

/** Whether Lantern is used as before, and who takes part: as far as it concerns whoever asks, nobody by name. On record. */
export async function readUptake(work: Work): Promise<Uptake> {
  const actor = personOf(work);
  const weeks = useWeeksOf(work.now);
  const basis = await readBasis(work);
  const settings = await listSettings(work, { actor, predecessors: basis.predecessors }, weeks);
  const isOfAll = actor.role === "operator";
  const trained =
    actor.role === "authority-manager"
      ? []
      : // An operator compares nobody's settings: organisations as a whole are enough to see who needs help.
        await readTrained(work, isOfAll ? "organisation" : "setting");
  await recordAudit(work, { action: "uptake:read", outcome: "done" });
  const use = {
    weeks: weeks.from.map((from, place) => ({
      from,
      count: settings.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0),
    })),
    settings: isOfAll ? settings.filter(hasGoneQuiet) : settings,
  };

  return {
    ...basis,
    ...use,
    isOfAll,
    counted: actor.role === "authority-manager" ? "alerts" : "questions",
    told: weeksToTell(use),
    states: countStates(settings),
    trained,
    live: await readLive(work, isOfAll ? "all" : actor.authorityIds),
  };
}

function personOf({ actor }: Work): PersonActor {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can look at this.");
  return actor;
}

function hasGoneQuiet({ state }: SettingUse): boolean {
  return state === "silent" || state === "quieter";
}

function countStates(settings: readonly SettingUse[]): Uptake["states"] {
  const count = (state: UseState) => settings.filter((setting) => setting.state === state).length;
  return {
    silent: count("silent"),
    quieter: count("quieter"),
    "as-usual": count("as-usual"),
    "too-little": count("too-little"),
    unused: count("unused"),
    followed: count("followed"),
  };
}
