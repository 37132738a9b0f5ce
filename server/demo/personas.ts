import { councilClaims, healthClaims, type IssuerClaims } from "@/server/demo/persona-claims";
import type { SignInProvider } from "@/server/vocabulary/claims";
import type { Role } from "@/server/vocabulary/permission";

/** Somebody invented, whom the demo's identity provider vouches for. Shared by issuer, seed and tests. */
export interface Persona {
  /** What `login_hint` names. */
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: Role;
  readonly provider: SignInProvider;
  /** nhsid_useruid or oid: the `subject` of the person's row. */
  readonly subject: string;
  /** ODS code, GSS code, or LANTERN for the service itself. */
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly claims: IssuerClaims;
}

const londonAmbulance = {
  organisationCode: "RRU",
  organisationName: "London Ambulance Service NHS Trust",
} as const;
const leedsCommunity = {
  organisationCode: "RY6",
  organisationName: "Leeds Community Healthcare NHS Trust",
} as const;
const leeds = { organisationCode: "E08000035", organisationName: "Leeds" } as const;
const service = { organisationCode: "LANTERN", organisationName: "Lantern" } as const;

const viewsUnscheduled = "B0107";
const viewsSilently = "B0170";

/** The ten people of the demo, in the order of the story that they tell. */
export const personas: readonly Persona[] = [
  health({
    id: "crew",
    name: "Priya Nair",
    jobTitle: "Paramedic",
    role: "crew",
    subject: "910000000101",
    ...londonAmbulance,
    roleCode: "S8000:G8000:R8003",
    roleName: "Health Professional Access Role",
    activityCodes: [viewsUnscheduled],
  }),
  health({
    id: "control",
    name: "Tom Okafor",
    jobTitle: "Emergency operations centre dispatcher",
    role: "control-room",
    subject: "910000000102",
    ...londonAmbulance,
    roleCode: "S8001:G8002:R8008",
    roleName: "Admin/Clinical Support Access Role",
    activityCodes: [viewsUnscheduled],
  }),
  health({
    id: "clinic",
    name: "Helen Marsh",
    jobTitle: "Health visitor",
    role: "scheduled-clinician",
    subject: "910000000103",
    ...leedsCommunity,
    roleCode: "S8000:G8000:R8001",
    roleName: "Nurse Access Role",
    activityCodes: [viewsSilently],
  }),
  council({
    id: "duty",
    name: "Amira Hassan",
    jobTitle: "Duty social worker",
    role: "duty-social-worker",
    subject: "5a1b0f0e-0000-4000-8000-000000000201",
    ...leeds,
    appRole: "Lantern.DutySocialWorker",
  }),
  council({
    id: "duty-backup",
    name: "Ben Carter",
    jobTitle: "Duty social worker, second on call",
    role: "duty-social-worker",
    subject: "5a1b0f0e-0000-4000-8000-000000000202",
    ...leeds,
    appRole: "Lantern.DutySocialWorker",
  }),
  council({
    id: "la-manager",
    name: "Ruth Ellison",
    jobTitle: "Head of safeguarding",
    role: "authority-manager",
    subject: "5a1b0f0e-0000-4000-8000-000000000203",
    ...leeds,
    appRole: "Lantern.AuthorityManager",
  }),
  council({
    id: "data-officer",
    name: "Dev Malik",
    jobTitle: "Children’s data officer",
    role: "data-officer",
    subject: "5a1b0f0e-0000-4000-8000-000000000204",
    ...leeds,
    appRole: "Lantern.DataOfficer",
  }),
  health({
    id: "health-manager",
    name: "Grace Whitlock",
    jobTitle: "Safeguarding lead",
    role: "health-manager",
    subject: "910000000104",
    ...londonAmbulance,
    roleCode: "S8002:G8004:R8012",
    roleName: "Information Officer Access Role",
    activityCodes: [],
  }),
  health({
    id: "privacy-officer",
    name: "Owen Price",
    jobTitle: "Privacy officer",
    role: "privacy-officer",
    subject: "910000000105",
    ...londonAmbulance,
    roleCode: "S8002:G8003:R0001",
    roleName: "Privacy Officer",
    activityCodes: [],
  }),
  council({
    id: "operator",
    name: "Sam Turner",
    jobTitle: "Service operator",
    role: "operator",
    subject: "5a1b0f0e-0000-4000-8000-000000000205",
    ...service,
    appRole: "Lantern.Operator",
  }),
];

/** The persona of this id. Throws for an id that nobody has, since that is a mistake of whoever wrote it. */
export function personaOf(id: string): Persona {
  const persona = personas.find((one) => one.id === id);
  if (persona === undefined) throw new Error(`there is no persona "${id}"`);
  return persona;
}

/** Hints that lead to the council's sign-in, as the setting COUNCIL_LOGIN_HINTS expects them. */
export const councilLoginHints = personas
  .filter(({ provider }) => provider === "council")
  .map(({ id }) => id)
  .join(",");

type Common = Omit<Persona, "claims" | "provider">;

interface HealthPersona extends Common {
  readonly roleCode: string;
  readonly roleName: string;
  readonly activityCodes: readonly string[];
}

function health({ roleCode, roleName, activityCodes, ...persona }: HealthPersona): Persona {
  const claims = healthClaims(persona, [
    { code: roleCode, name: roleName, activityCodes, organisationCode: persona.organisationCode },
  ]);
  return { ...persona, provider: "care-identity", claims };
}

function council({ appRole, ...persona }: Common & { readonly appRole: string }): Persona {
  return { ...persona, provider: "council", claims: councilClaims(persona, [appRole]) };
}
