import { z } from "zod";
import type { Work } from "@/server/db/work";
import { judgeUse, type Use } from "@/server/domain/uptake/judge-use";
import { readUse } from "@/server/domain/uptake/read-use";
import type { UseWeeks } from "@/server/domain/uptake/use-weeks";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { LondonDate } from "@/server/vocabulary/london-time";

const Setting = z.object({ settingId: z.string(), name: z.string(), organisationName: z.string() });

/** A setting and how it is used, against its own past. */
export interface SettingUse extends Readonly<z.infer<typeof Setting>>, Use {
  /** In each of the weeks, oldest first, the last seven days last. */
  readonly counts: readonly number[];
  /** In the weeks that are looked at. */
  readonly lastOn: LondonDate | null;
}

/**
 * The settings that concern whoever asks, by name: a health manager's own, those that an authority was told by, all for
 * an operator.
 */
export async function listSettings(
  work: Work,
  actor: PersonActor,
  weeks: UseWeeks,
): Promise<readonly SettingUse[]> {
  const use = await readUse(work, actor, weeks);
  const isOfAll = actor.role === "operator";
  const own = actor.role === "health-manager" ? actor.organisationId : null;
  const rows: unknown = await work.tx.$queryRaw`
    select care_setting.id as "settingId", care_setting.name, organisation.name as "organisationName"
    from care_setting join organisation on organisation.id = organisation_id
    where ${isOfAll}::boolean or organisation_id = ${own}::uuid
      or care_setting.id = any (${[...use.keys()]}::uuid[])
    order by organisation.name, care_setting.name, care_setting.id`;
  const none = weeks.from.map(() => 0);
  return z
    .array(Setting)
    .parse(rows)
    .map((setting) => {
      const { counts = none, lastOn = null } = use.get(setting.settingId) ?? {};
      return { ...setting, counts, lastOn, ...judgeUse(counts.slice(0, -1), counts.at(-1) ?? 0) };
    });
}
