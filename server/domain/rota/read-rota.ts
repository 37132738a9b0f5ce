import type { Work } from "@/server/db/work";
import { Prisma } from "@/server/db/generated/client";
import { partsOfRota, RotaParts, shiftsOfParts, type Stretch } from "@/server/domain/rota/rota-parts";
import type { RotaShift } from "@/server/domain/rota/rota-shift";

export interface RotaWindow extends Stretch {
  readonly teamIds: readonly string[];
}

/**
 * The shifts of these teams as they are worked: patterns and single entries, without what is cancelled, as the changes
 * leave them. One query. Gives only teams that the actor may see.
 */
export async function readRota({ tx }: Work, window: RotaWindow): Promise<readonly RotaShift[]> {
  const teams = Prisma.sql`select unnest(${[...window.teamIds]}::uuid[])`;
  const rows: unknown[] = await tx.$queryRaw`select ${partsOfRota(teams, window)}`;
  return shiftsOfParts(RotaParts.parse(rows[0]), window);
}
