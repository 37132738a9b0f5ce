import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";

/** How an authority is reached, as a row of `authority_contact` that `numbersAsJson` made. */
export const NumbersRow = z.object({
  officeNumber: z.string(),
  officeOpensAt: z.number(),
  officeClosesAt: z.number(),
  fridayClosesAt: z.number(),
  emergencyNumber: z.string(),
  emergencyTeam: z.string(),
});

/** For a statement that joins `authority_contact contact`: its numbers, or null where there is no such row. */
export const numbersAsJson = Prisma.sql`
  case when contact.authority_id is not null then json_build_object(
    'officeNumber', office_number, 'officeOpensAt', office_opens_at, 'officeClosesAt', office_closes_at,
    'fridayClosesAt', friday_closes_at, 'emergencyNumber', emergency_number,
    'emergencyTeam', emergency_team) end`;
