import { Pool } from "pg";
import { z } from "zod";
import type { FindBorn } from "@/server/demo/demographics/answer-search";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { newcomers } from "@/server/demo/demographics/newcomers";

const Known = z.object({
  nhsNumber: z.string(),
  familyName: z.string(),
  givenNames: z.string(),
  dateOfBirth: z.string(),
  supersededBy: z.string().nullable(),
});

export interface DemoPeople {
  readonly find: (nhsNumber: string) => Promise<StandInPatient | undefined>;
  readonly findBorn: FindBorn;
  readonly close: () => Promise<void>;
}

const known = `select nhs_number as "nhsNumber", family_name as "familyName", given_names as "givenNames",
  date_of_birth::text as "dateOfBirth", superseded_by as "supersededBy" from subject`;

/** Everybody whom the demo's register knows, as it names them, and the newcomers. */
export function openDemoPeople(ownerUrl: string): DemoPeople {
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  // A database that goes away is the demo's end, which says so itself.
  pool.on("error", () => undefined);
  const read = async (sql: string, values: string[]) => {
    const { rows } = await pool.query(sql, values);
    return z.array(Known).parse(rows).map(patientOf);
  };

  return {
    async find(nhsNumber) {
      const newcomer = newcomers.find((one) => one.nhsNumber === nhsNumber);
      if (newcomer !== undefined) return newcomer;
      const [found] = await read(`${known} where nhs_number = $1 order by authority_id limit 1`, [nhsNumber]);
      return found;
    },
    async findBorn({ from, to }) {
      const isBorn = ({ dateOfBirth }: StandInPatient) => dateOfBirth >= from && dateOfBirth <= to;
      // Whoever is known to two authorities is one person.
      const people = await read(
        `${known.replace("select", "select distinct on (nhs_number)")}
         where date_of_birth between $1 and $2 order by nhs_number, authority_id limit 5000`,
        [from, to],
      );
      const isNew = new Set(newcomers.map(({ nhsNumber }) => nhsNumber));
      return [...newcomers.filter(isBorn), ...people.filter(({ nhsNumber }) => !isNew.has(nhsNumber))];
    },
    close: () => pool.end(),
  };
}

function patientOf({ nhsNumber, familyName, givenNames, dateOfBirth, supersededBy }: z.infer<typeof Known>) {
  const names = [{ familyName, givenNames: givenNames.split(" ") }];
  const postcode = inventedPostcode(nhsNumber);
  return { nhsNumber, names, dateOfBirth, postcode, ...(supersededBy !== null && { supersededBy }) };
}

/** No place of the kingdom has a postcode that begins with ZZ. The demo's number 999 000 0018 lives in ZZ1 8AB. */
function inventedPostcode(nhsNumber: string): string {
  return `ZZ${nhsNumber.slice(8, 9)} ${nhsNumber.slice(9)}AB`;
}
