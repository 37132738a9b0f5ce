import { z } from "zod";
import type { Work } from "@/server/db/work";

/** Of fewer it would be told of each who they are. */
const fewestShown = 5;
/** Who worked in a setting in these days belongs to it. */
const workedDays = 28;
/** For so long practice counts. */
const practisedDays = 365;

const Row = z.object({
  organisationName: z.string(),
  /** Null for the whole organisation. */
  settingName: z.string().nullable(),
  people: z.number(),
  practised: z.number(),
});

/** How many of the people of a setting have practised. */
export interface Trained {
  readonly organisationName: string;
  readonly settingName: string | null;
  /** Null where they are too few to be counted without telling who they are. */
  readonly count: { readonly people: number; readonly practised: number } | null;
}

/** Of the health organisations that whoever asks may count, by name, each setting after its organisation. */
export async function readTrained({ tx, now }: Work): Promise<readonly Trained[]> {
  const rows: unknown = await tx.$queryRaw`
    select organisation.name as "organisationName", care_setting.name as "settingName", people, practised
    from lantern_practised(${now}::timestamptz - make_interval(days => ${workedDays}::int),
        ${now}::timestamptz - make_interval(days => ${practisedDays}::int)) counted
      join organisation on organisation.id = counted.organisation_id
      left join care_setting on care_setting.id = counted.care_setting_id
    order by organisation.name, care_setting.name nulls first`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ organisationName, settingName, people, practised }) => ({
      organisationName,
      settingName,
      count: people < fewestShown ? null : { people, practised },
    }));
}
