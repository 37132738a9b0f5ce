import type { Invention } from "@/prisma/seed/invention";
import type { HealthBody, Organisations } from "@/prisma/seed/organisation-rows";
import type { TableRows } from "@/prisma/seed/owner-database";
import { personas } from "@/server/demo/personas";
import type { SignInProvider } from "@/server/vocabulary/claims";
import type { Role } from "@/server/vocabulary/permission";

export interface Member {
  readonly id: string;
  readonly issuer: SignInProvider;
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
}

export interface Staff {
  /** Health staff who ask about children, with the body they ask for. */
  readonly askers: readonly { readonly member: Member; readonly body: HealthBody }[];
  /** Who is who in the demo, by their sign-in's name. */
  readonly personas: ReadonlyMap<string, Member>;
  /** Duty social workers by team: three each, but Leeds, where the two personas are on call. */
  readonly onDuty: ReadonlyMap<string, readonly Member[]>;
  readonly tables: readonly TableRows[];
}

/** The personas, as sign-in will find them, and invented colleagues at every organisation. */
export function makeStaff(invention: Invention, organisations: Organisations, now: Date): Staff {
  const known = personas.map((persona): Member & { persona: string } => ({
    id: invention.id(),
    issuer: persona.provider,
    subject: persona.subject,
    name: persona.name,
    role: persona.role,
    organisationId: organisations.idOf(persona.organisationCode),
    persona: persona.id,
  }));
  const colleague = (role: Role, organisationId: string, issuer: SignInProvider): Member => {
    return {
      id: invention.id(),
      issuer,
      subject: invention.id(),
      name: invention.staffName(),
      role,
      organisationId,
    };
  };

  const askers = organisations.health.flatMap((body) => {
    const asking = known.filter(
      ({ organisationId, role }) => organisationId === body.id && rolesThatAsk.has(role),
    );
    const others = colleaguesOf(body).map((role) => colleague(role, body.id, "care-identity"));
    return [...asking, ...others].map((member) => ({ member, body }));
  });
  const onDuty = new Map(
    organisations.teams.map(({ id, hostId }) => {
      const personaPair = known.filter(
        (one) => one.organisationId === hostId && one.role === "duty-social-worker",
      );
      const invented = [1, 2, 3].map(() => colleague("duty-social-worker", hostId, "council"));
      return [id, personaPair.length > 0 ? personaPair : invented];
    }),
  );

  const everybody = new Map(
    [...known, ...askers.map(({ member }) => member), ...[...onDuty.values()].flat()].map((one) => [
      one.id,
      one,
    ]),
  );
  const personasById = new Map(known.map((one) => [one.persona, one]));
  return { askers, personas: personasById, onDuty, tables: staffTables([...everybody.values()], now) };
}

const rolesThatAsk: ReadonlySet<Role> = new Set(["crew", "control-room", "scheduled-clinician"]);

function colleaguesOf({ settings }: HealthBody): Role[] {
  if (settings.some(({ kind }) => kind === "community"))
    return ["scheduled-clinician", "scheduled-clinician"];
  if (settings.some(({ kind }) => kind === "control-room")) return ["crew", "crew", "crew", "control-room"];
  return ["crew", "crew"];
}

/** People with their roles, claimed just now. */
export function staffTables(members: readonly Member[], now: Date): TableRows[] {
  return [
    ["person", members.map(({ id, issuer, subject, name }) => ({ id, issuer, subject, name }))],
    [
      "role_assignment",
      members.map(({ id, organisationId, role }) => ({
        person_id: id,
        organisation_id: organisationId,
        role,
        last_claimed_at: now,
      })),
    ],
  ];
}
