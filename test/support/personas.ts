import { councilClaims, healthClaims } from "@/server/demo/persona-claims";
import { personaOf, type Persona } from "@/server/demo/personas";
import { runSql } from "@/server/demo/postgres-databases";

const crew = personaOf("crew");
const duty = personaOf("duty");
const clinician = {
  code: "S8000:G8000:R8003",
  name: "Health Professional Access Role",
  activityCodes: ["B0107"],
  organisationCode: "RRU",
};

/** People for whom an issuer vouches, and whom Lantern must not let in. */
export const strangers: readonly Persona[] = [
  stranger(crew, "no-activity", (who) => healthClaims(who, [{ ...clinician, activityCodes: ["B0264"] }])),
  stranger(crew, "elsewhere", (who) => healthClaims(who, [{ ...clinician, organisationCode: "X99" }])),
  stranger(crew, "not-health", (who) => healthClaims(who, [{ ...clinician, organisationCode: "E08000035" }])),
  stranger(crew, "weak", (who) => ({ ...healthClaims(who, [clinician]), acr: "AAL1_USERPASS" })),
  stranger(crew, "undecided", (who) => ({
    ...healthClaims(who, [clinician, clinician]),
    selected_roleid: undefined,
  })),
  stranger(duty, "other-council-staff", (who) => councilClaims(who, ["Payroll.Reader"])),
  stranger(duty, "self-made-operator", (who) => councilClaims(who, ["Lantern.Operator"])),
];

function stranger(like: Persona, id: string, claimsOf: (who: Persona) => Persona["claims"]): Persona {
  const who = { ...like, id, name: `Stranger ${id}`, subject: `stranger-${id}` };
  return { ...who, claims: claimsOf(who) };
}

/** The organisations of the demo's people, as the seed names them. */
export async function addOrganisationsOfPersonas(ownerUrl: string): Promise<void> {
  await runSql(
    ownerUrl,
    `insert into organisation (code, kind, name) values
       ('RRU', 'health', 'London Ambulance Service NHS Trust'), ('RY6', 'health', 'Leeds Community Healthcare NHS Trust'),
       ('E08000035', 'authority', 'Leeds'), ('LANTERN', 'service', 'Lantern')
     on conflict (code) do nothing`,
  );
}
