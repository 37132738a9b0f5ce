import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { Shift } from "@/server/domain/rota/on-call";
import { PersonId } from "@/server/vocabulary/ids";

const ShiftRow = z.object({ personId: PersonId, rung: z.number(), startsAt: z.date(), endsAt: z.date() });
const dayMilliseconds = 86_400_000;

/** A team's shifts that touch the day before or after this moment: enough to know the ladder and its gaps. */
export async function readShifts({ tx, now }: Work, dutyTeamId: string): Promise<readonly Shift[]> {
  const rows = await tx.shift.findMany({
    where: {
      dutyTeamId,
      startsAt: { lt: new Date(now.getTime() + dayMilliseconds) },
      endsAt: { gt: new Date(now.getTime() - dayMilliseconds) },
    },
    select: { personId: true, rung: true, startsAt: true, endsAt: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ShiftRow.parse(row));
}
