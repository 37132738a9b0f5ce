import { Pool } from "pg";
import { z } from "zod";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { newcomers } from "@/server/demo/demographics/newcomers";

const Known = z.object({
  familyName: z.string(),
  givenNames: z.string(),
  dateOfBirth: z.string(),
  supersededBy: z.string().nullable(),
});

export interface DemoPeople {
  readonly find: (nhsNumber: string) => Promise<StandInPatient | undefined>;
  readonly close: () => Promise<void>;
}

/** Everybody whom the demo's register knows, as it names them, and the newcomers. */
export function openDemoPeople(ownerUrl: string): DemoPeople {
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  // A database that goes away is the demo's end, which says so itself.
  pool.on("error", () => undefined);

  return {
    async find(nhsNumber) {
      const newcomer = newcomers.find((one) => one.nhsNumber === nhsNumber);
      if (newcomer !== undefined) return newcomer;
      const { rows } = await pool.query(
        `select family_name as "familyName", given_names as "givenNames", date_of_birth::text as "dateOfBirth",
           superseded_by as "supersededBy"
         from subject where nhs_number = $1 order by authority_id limit 1`,
        [nhsNumber],
      );
      const [known] = z.array(Known).parse(rows);
      return known && patientOf(nhsNumber, known);
    },
    close: () => pool.end(),
  };
}

function patientOf(nhsNumber: string, known: z.infer<typeof Known>): StandInPatient {
  const { familyName, givenNames, dateOfBirth, supersededBy } = known;
  const names = [{ familyName, givenNames: givenNames.split(" ") }];
  return { nhsNumber, names, dateOfBirth, ...(supersededBy !== null && { supersededBy }) };
}
