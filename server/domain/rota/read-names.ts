import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonId } from "@/server/vocabulary/ids";

/** The names of these people, by id. */
export async function readNames(
  { tx }: Work,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  const rows: unknown = await tx.$queryRaw`
    select id, name from person where id = any (${[...new Set(people)]}::uuid[])`;
  const named = z.array(z.object({ id: z.string(), name: z.string() })).parse(rows);
  return new Map(named.map(({ id, name }) => [id, name]));
}
