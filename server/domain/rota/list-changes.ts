import { z } from "zod";
import type { Work } from "@/server/db/work";
import { ChangeRow } from "@/server/domain/rota/rota-parts";
import { PersonId } from "@/server/vocabulary/ids";
import { rungInWords } from "@/server/vocabulary/rota";
import { spanInWords } from "@/server/vocabulary/span-in-words";

const Row = ChangeRow.extend({
  personName: z.string().nullable(),
  coverName: z.string().nullable(),
  madeById: PersonId,
  madeByName: z.string(),
});
/** A change with what it says in words. */
export type ListedChange = Readonly<z.infer<typeof Row>> & { readonly words: string };

/** The changes of a team that are neither over nor undone, the next first. */
export async function listChanges({ tx, now }: Work, teamId: string): Promise<ListedChange[]> {
  const rows: unknown = await tx.$queryRaw`
    select change.id as "changeId", duty_team_id as "teamId", person_id as "personId", rung, cover_id as "coverId",
      starts_at as "startsAt", ends_at as "endsAt", kind, made_at as "madeAt", left_person.name as "personName",
      cover.name as "coverName", made_by_id as "madeById", maker.name as "madeByName"
    from shift_change change left join person left_person on left_person.id = person_id
      left join person cover on cover.id = cover_id join person maker on maker.id = made_by_id
    where duty_team_id = ${teamId}::uuid and undone_at is null and ends_at > ${now}::timestamptz
    order by starts_at, change.id`;
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ ...row, words: changeInWords(row) }));
}

function changeInWords(change: z.infer<typeof Row>): string {
  const { kind, personName, coverName, rung } = change;
  const when = spanInWords(change);
  switch (kind) {
    case "swap":
      return `${coverName ?? "Nobody"} has ${personName ?? "somebody"}’s shift ${when} by a swap`;
    case "takeover":
      return `${coverName ?? "Nobody"} has taken over as ${rungInWords(rung ?? 1)} on call ${when}`;
    case "absence":
      return `${personName ?? "Somebody"} is absent ${when}; ${coverName ?? "nobody"} covers`;
  }
}
