import { z } from "zod";
import type { Work } from "@/server/db/work";
import { judgeUse, type Use } from "@/server/domain/uptake/judge-use";
import { readUse, type WhoseUse } from "@/server/domain/uptake/read-use";
import type { UseWeeks } from "@/server/domain/uptake/use-weeks";
import type { LondonDate } from "@/server/vocabulary/london-time";

const Setting = z.object({ settingId: z.string(), name: z.string(), organisationName: z.string() });
const Row = Setting.extend({ isFollowed: z.boolean() });

/** A setting and how it is used, against its own past. */
export interface SettingUse extends Readonly<z.infer<typeof Setting>>, Use {
  /** In each of the weeks, oldest first, the last seven days last. */
  readonly counts: readonly number[];
  /** In the weeks that are looked at. */
  readonly lastOn: LondonDate | null;
}

/**
 * The settings that concern whoever asks, by name: a health manager's own, those that an authority was told by, all for
 * an operator. Those of what went before are there where they were in use.
 */
export async function listSettings(
  work: Work,
  whose: WhoseUse,
  weeks: UseWeeks,
): Promise<readonly SettingUse[]> {
  const { actor } = whose;
  const use = await readUse(work, whose, weeks);
  const isOfAll = actor.role === "operator";
  const own = actor.role === "health-manager" ? actor.organisationId : null;
  const rows: unknown = await work.tx.$queryRaw`
    select care_setting.id as "settingId", care_setting.name, organisation.name as "organisationName",
      exists (select 1 from organisation_succession where predecessor_id = organisation_id) as "isFollowed"
    from care_setting join organisation on organisation.id = organisation_id
    where ${isOfAll}::boolean or organisation_id = ${own}::uuid
      or care_setting.id = any (${[...use.keys()]}::uuid[])
    order by organisation.name, care_setting.name, care_setting.id`;
  const none = weeks.from.map(() => 0);
  return z
    .array(Row)
    .parse(rows)
    .map(({ isFollowed, ...setting }) => {
      const { counts = none, lastOn = null } = use.get(setting.settingId) ?? {};
      const judged = judgeUse(counts.slice(0, -1), counts.at(-1) ?? 0);
      return { ...setting, counts, lastOn, ...(isFollowed ? ofFollowed(judged) : judged) };
    });
}

/** Nobody is to ask at a place that is no more why it is quiet. */
function ofFollowed(judged: Use): Use {
  return judged.state === "as-usual" || judged.state === "too-little"
    ? judged
    : { state: "followed", usual: null };
}
