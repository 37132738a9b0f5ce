import type { Work } from "@/server/db/work";
import { Refusal } from "@/server/vocabulary/refusal";

/** The telephone number of the control room of the person's own organisation; null where it has none. */
export async function readControlRoom({ tx, actor }: Work): Promise<string | null> {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person has a control room.");

  const organisation = await tx.organisation.findUnique({
    where: { id: actor.organisationId },
    select: { controlRoomNumber: true },
  });
  return organisation?.controlRoomNumber ?? null;
}
