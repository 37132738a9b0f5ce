import { randomInt, randomUUID } from "node:crypto";
import pg from "pg";
import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import type { PersonActor } from "@/server/vocabulary/actor";
import { CareSettingId, OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import { nhsCheckDigit, parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import { isPracticeNumber } from "@/server/vocabulary/practice-number";
import type { Role } from "@/server/vocabulary/permission";
import type { PlanKind } from "@/server/vocabulary/plan-kind";

/**
 * A small world of its own for one test: an authority with its duty team, an ambulance trust with a setting, and
 * people at both. Rows are written as the owner, so that what is tested is everything after them.
 */
export interface World {
  readonly authority: { readonly id: OrganisationId; readonly name: string; readonly code: string };
  readonly trust: { readonly id: OrganisationId; readonly name: string; readonly code: string };
  readonly careSetting: { readonly id: CareSettingId; readonly name: string };
  readonly dutyTeamId: string;
  /** A person with an open session, in a role; of the authority for its roles, of the trust for the others. */
  person(role: Role, name?: string): Promise<PersonActor>;
  /** A plan in force unless told otherwise, on a child with a fresh NHS number unless one is given. */
  plan(plan?: PlanToMake): Promise<{ readonly nhsNumber: NhsNumber; readonly subjectId: string }>;
  /** Runs SQL as the owner. */
  sql(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

export interface PlanToMake {
  readonly nhsNumber?: NhsNumber;
  readonly kind?: PlanKind;
  readonly startOn?: string;
  readonly endOn?: string;
  readonly deletedOn?: string;
  readonly dueOn?: string;
  readonly supersededBy?: NhsNumber;
}

const authorityRoles: readonly Role[] = ["duty-social-worker", "authority-manager", "data-officer"];

/** `now` dates the sessions: they are open at that instant and for the next hours. */
export async function makeWorld(database: DatabaseUrls, now: Date): Promise<World> {
  const sql = (text: string, values: unknown[] = []) => runOnce(database.ownerUrl, text, values);
  const tag = randomUUID().slice(0, 8);
  const authority = await addOrganisation(sql, {
    code: `E${tag}`,
    kind: "authority",
    name: `Testshire ${tag}`,
  });
  const trust = await addOrganisation(sql, {
    code: `R${tag}`,
    kind: "health",
    name: `Test Ambulance ${tag}`,
  });
  const careSettingId = CareSettingId.parse(randomUUID());
  const dutyTeamId = randomUUID();

  await sql("insert into care_setting values ($1, $2, 'Ambulance', 'ambulance')", [careSettingId, trust.id]);
  await sql("insert into duty_team values ($1, $2, $3)", [dutyTeamId, "Duty team", authority.id]);
  await sql("insert into duty_team_authority values ($1, $2)", [authority.id, dutyTeamId]);
  await sql(
    `insert into authority_contact values ($1, '01632 960100', 540, 1020, 990, '01632 960200', 'Emergency duty team')`,
    [authority.id],
  );
  await sql("insert into register_state values ($1, 1, $2)", [authority.id, now]);

  const careSetting = { id: careSettingId, name: "Ambulance" };
  return {
    authority,
    trust,
    careSetting,
    dutyTeamId,
    sql,
    person: (role, name = `Test ${role}`) =>
      addPerson(sql, { role, name, now, authority, trust, careSetting }),
    plan: (plan = {}) => addPlan(sql, authority.id, plan),
  };
}

/** A random number of the 999 test range with its true check digit, and not one that is kept for practice. */
export function makeNhsNumber(): NhsNumber {
  for (;;) {
    const nine = `999${String(randomInt(1_000_000)).padStart(6, "0")}`;
    const parsed = parseNhsNumber(`${nine}${String(nhsCheckDigit(nine) ?? "")}`);
    if (parsed.ok && !isPracticeNumber(parsed.nhsNumber)) return parsed.nhsNumber;
  }
}

type Sql = World["sql"];

async function runOnce(url: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function addOrganisation(sql: Sql, { code, kind, name }: { code: string; kind: string; name: string }) {
  const id = OrganisationId.parse(randomUUID());
  await sql("insert into organisation (id, code, kind, name) values ($1, $2, $3, $4)", [
    id,
    code,
    kind,
    name,
  ]);
  return { id, code, name };
}

interface PersonToMake extends Pick<World, "authority" | "trust" | "careSetting"> {
  readonly role: Role;
  readonly name: string;
  readonly now: Date;
}

async function addPerson(
  sql: Sql,
  { role, name, now, authority, trust, careSetting }: PersonToMake,
): Promise<PersonActor> {
  const isAuthority = authorityRoles.includes(role);
  const organisation = isAuthority ? authority : trust;
  const setting = isAuthority ? undefined : careSetting;
  const personId = PersonId.parse(randomUUID());
  const sessionId = SessionId.parse(randomUUID());

  await sql("insert into person values ($1, 'test', $2, $3)", [personId, personId, name]);
  await sql(
    `insert into session (id, person_id, organisation_id, role, care_setting_id, assurance, opened_at, last_seen_at,
       idle_minutes, expires_at)
     values ($1, $2, $3, $4, $5, 'AAL2', $6::timestamptz, $6::timestamptz, 60, $6::timestamptz + interval '12 hours')`,
    [sessionId, personId, organisation.id, role, setting?.id ?? null, now],
  );
  return {
    kind: "person",
    personId,
    sessionId,
    name,
    role,
    organisationId: organisation.id,
    organisationName: organisation.name,
    authorityIds: isAuthority ? [authority.id] : [],
    careSettingId: setting?.id,
    careSettingName: setting?.name,
  };
}

async function addPlan(sql: Sql, authorityId: OrganisationId, plan: PlanToMake) {
  const nhsNumber = plan.nhsNumber ?? makeNhsNumber();
  const kind = plan.kind ?? "child-protection";
  // One statement: between two a worker at work may forget a child who has no plan yet.
  const [subject] = await sql(
    `with list as (insert into feed values
         ($1, $2, $3, repeat('0', 64), now(), 'door', null, 'CPF02', 1, 1, 0, 1, 0, 0, 0, 0, 0, 0)),
       child as (
         insert into subject (authority_id, nhs_number, family_name, given_names, date_of_birth, superseded_by)
         values ($2, $4, 'Example', 'Robin', '2020-02-29', $5)
         on conflict (nhs_number, authority_id) do update set family_name = excluded.family_name returning id)
     insert into plan (authority_id, subject_id, kind, start_on, end_on, deleted_on, due_on, local_id, feed_id)
     select $2, id, $6, $7::date, $8::date, $9::date, $10::date, 'local-1', $1 from child returning subject_id`,
    [
      randomUUID(),
      authorityId,
      randomInt(1_000_000_000),
      nhsNumber,
      plan.supersededBy ?? null,
      kind,
      plan.startOn ?? "2026-01-05",
      plan.endOn ?? null,
      plan.deletedOn ?? null,
      plan.dueOn ?? (kind === "unborn" ? "2027-01-15" : null),
    ],
  );
  return { nhsNumber, subjectId: String(subject?.["subject_id"]) };
}
