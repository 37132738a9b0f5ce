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

type TrainedCount = Readonly<z.infer<typeof Row>>;

/** How many of the people of a setting have practised. */
export interface Trained {
  readonly organisationName: string;
  readonly settingName: string | null;
  /** Null where they are too few to be counted without telling who they are. */
  readonly count: { readonly people: number; readonly practised: number } | null;
}

/**
 * Of the health organisations that whoever asks may count, by name: each as a whole, or each with its settings after it.
 */
export async function readTrained(
  { tx, now }: Work,
  by: "organisation" | "setting",
): Promise<readonly Trained[]> {
  const rows: unknown = await tx.$queryRaw`
    select organisation.name as "organisationName", care_setting.name as "settingName", people, practised
    from lantern_practised(${now}::timestamptz - make_interval(days => ${workedDays}::int),
        ${now}::timestamptz - make_interval(days => ${practisedDays}::int)) counted
      join organisation on organisation.id = counted.organisation_id
      left join care_setting on care_setting.id = counted.care_setting_id
    where ${by === "setting"}::boolean or counted.care_setting_id is null
    order by organisation.name, care_setting.name nulls first`;
  return hideFew(z.array(Row).parse(rows));
}

/**
 * Leaves out the counts of fewer than five people, and of an organisation where what is left out could be found by taking
 * the settings that are shown from the whole. Pure.
 */
export function hideFew(rows: readonly TrainedCount[]): readonly Trained[] {
  return rows.map(({ organisationName, settingName, people, practised }) => {
    const hidden = rows.filter(
      (row) =>
        settingName === null &&
        row.organisationName === organisationName &&
        row.settingName !== null &&
        row.people < fewestShown,
    );
    const hiddenPeople = hidden.reduce((sum, row) => sum + row.people, 0);
    const isTold = people >= fewestShown && (hidden.length === 0 || hiddenPeople >= fewestShown);
    return { organisationName, settingName, count: isTold ? { people, practised } : null };
  });
}
