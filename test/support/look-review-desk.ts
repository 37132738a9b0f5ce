import { randomUUID } from "node:crypto";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import { LookupId } from "@/server/vocabulary/ids";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeNhsNumber, makeWorld, type World } from "@/test/support/make-world";

export const now = new Date("2026-11-23T21:14:00Z");

interface OfDesk {
  readonly world: World;
  readonly service: TestService;
  readonly crew: PersonActor;
  readonly officer: PersonActor;
}

/** `test` with a crew and a privacy officer of one organisation. */
export const test = base.extend<OfDesk>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  crew: async ({ world }, use) => use(await world.person("crew", "Amira Hassan")),
  officer: async ({ world }, use) => use(await world.person("privacy-officer", "Owen Test")),
});

/** The procedures of the review as this person calls them. */
export function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now }).review;
}

interface LookToMake {
  readonly at?: string;
  readonly nhsNumber?: string;
  readonly isOnCall?: boolean;
}

/** A look from unscheduled care at this very instant, on a call-out, unless told otherwise. */
export async function addLook(world: World, person: PersonActor, look: LookToMake = {}): Promise<LookupId> {
  const { at = now.toISOString(), nhsNumber = makeNhsNumber(), isOnCall = true } = look;
  const incidentId = isOnCall ? randomUUID() : null;
  if (incidentId !== null)
    await world.sql(
      `insert into incident (id, organisation_id, person_id, care_setting_id, opened_at, call_number)
       values ($1, $2, $3, $4, $5, 'A17')`,
      [incidentId, person.organisationId, person.personId, person.careSettingId, at],
    );
  const [row] = await world.sql(
    `insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, asked_at,
       incident_id)
     values ($1, $2, $3, $4, $5, 'unscheduled', $6, 'none-held', $7, $8) returning id`,
    [
      person.personId,
      randomUUID(),
      person.organisationId,
      person.careSettingId,
      person.role,
      nhsNumber,
      at,
      incidentId,
    ],
  );
  return LookupId.parse(row?.["id"]);
}
