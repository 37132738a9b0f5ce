import { z } from "zod";
import type { Work } from "@/server/db/work";
import { CareSettingId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const CareSetting = z.object({ id: CareSettingId, name: z.string(), kind: z.string() });
export type CareSetting = z.infer<typeof CareSetting>;

/** Where somebody of the person's own organisation can work, by name. */
export async function listCareSettings({ tx, actor }: Work): Promise<readonly CareSetting[]> {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person works in a setting.");

  const rows = await tx.careSetting.findMany({
    where: { organisationId: actor.organisationId },
    select: { id: true, name: true, kind: true },
    orderBy: { name: "asc" },
  });
  return z.array(CareSetting).parse(rows);
}
