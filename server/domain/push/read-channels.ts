import { z } from "zod";
import type { Work } from "@/server/db/work";
import { PersonId } from "@/server/vocabulary/ids";
import { channels, type Channel } from "@/server/vocabulary/notice-purpose";

const Held = z.object({ personId: PersonId, held: z.array(z.enum(channels)) });

/** By which channels each of these people can be told, the first to be tried first; absent where by none. */
export async function readChannels(
  { tx }: Work,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Channel[]>> {
  const rows: unknown[] = await tx.$queryRaw`
    select person_id as "personId", array_agg(distinct channel) as held from device
    where person_id = any (${people}::uuid[]) and retired_at is null
    group by person_id`;
  return new Map(
    rows
      .map((row) => Held.parse(row))
      .map(({ personId, held }) => [personId, channels.filter((channel) => held.includes(channel))]),
  );
}
