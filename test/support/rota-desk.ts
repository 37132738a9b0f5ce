import { randomUUID } from "node:crypto";
import { withWork, type Work } from "@/server/db/work";
import type { ShiftPattern } from "@/server/domain/rota/shifts-of-patterns";
import { systemActor, type Actor, type PersonActor } from "@/server/vocabulary/actor";
import type { Role } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/database";
import { makePattern } from "@/test/support/make-rota";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

/** Noon on a Monday in November; London is at GMT. */
export const rotaNow = new Date("2026-11-23T12:00:00Z");

/** One authority with its team, a manager and three duty social workers, each of whom has signed in. */
export interface RotaDesk {
  readonly world: World;
  readonly service: TestService;
  readonly teamId: string;
  readonly manager: PersonActor;
  readonly amira: PersonActor;
  readonly ben: PersonActor;
  readonly cara: PersonActor;
  /** Runs a use case on somebody's behalf, at noon unless told otherwise. */
  as<Result>(actor: Actor, useCase: (work: Work) => Promise<Result>, at?: Date): Promise<Result>;
  /** Somebody of the authority who has signed in. */
  hire(role: Role, name: string): Promise<PersonActor>;
  /** A second team of the authority. */
  secondTeam(name: string): Promise<string>;
  /** A pattern in the database, of the desk's team. */
  pattern(person: PersonActor, change?: Partial<ShiftPattern>): Promise<void>;
}

interface OfTest {
  readonly desk: RotaDesk;
}

/** Playwright's `test` with a desk at which a rota is made. */
export const test = base.extend<OfTest>({
  desk: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(await makeDesk(await makeWorld(database, rotaNow), service));
    await service.stop();
  },
});

export const worker = systemActor("worker");

async function makeDesk(world: World, service: TestService): Promise<RotaDesk> {
  const hire = (role: Role, name: string) => hirePerson(world, role, name);
  return {
    world,
    service,
    teamId: world.dutyTeamId,
    manager: await hire("authority-manager", "Ruth Ellison"),
    amira: await hire("duty-social-worker", "Amira Hassan"),
    ben: await hire("duty-social-worker", "Ben Carter"),
    cara: await hire("duty-social-worker", "Cara Jones"),
    as: (actor, useCase, at = rotaNow) => withWork(service.database, { actor, now: at }, useCase),
    hire,
    secondTeam: async (name) => {
      const teamId = randomUUID();
      await world.sql("insert into duty_team values ($1, $2, $3)", [teamId, name, world.authority.id]);
      return teamId;
    },
    pattern: (person, change) => addPattern(world, person, change),
  };
}

async function hirePerson(world: World, role: Role, name: string): Promise<PersonActor> {
  const person = await world.person(role, name);
  await world.sql("insert into role_assignment values ($1, $2, $3, $4)", [
    person.personId,
    person.organisationId,
    role,
    rotaNow,
  ]);
  return person;
}

async function addPattern(world: World, { personId }: PersonActor, change: Partial<ShiftPattern> = {}) {
  const pattern = makePattern({ teamId: world.dutyTeamId, ...change });
  await world.sql(
    `insert into shift_pattern (duty_team_id, person_id, rung, weekdays, every_weeks, starts_at_minute, ends_at_minute,
       bank_holidays, first_on, last_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      pattern.teamId,
      personId,
      pattern.rung,
      pattern.weekdays,
      pattern.everyWeeks,
      pattern.startsAtMinute,
      pattern.endsAtMinute,
      pattern.bankHolidays,
      pattern.firstOn,
      pattern.lastOn,
    ],
  );
}

/** Cover of the authority in office hours and at all other times. */
export async function splitCover({ world }: RotaDesk, office: string, emergency: string): Promise<void> {
  await world.sql("delete from duty_team_authority where authority_id = $1", [world.authority.id]);
  await world.sql("insert into duty_team_authority values ($1, $2, 'office'), ($1, $3, 'emergency')", [
    world.authority.id,
    office,
    emergency,
  ]);
}

/** Around the clock in two shifts: the first person by day, the second by night. */
export async function aroundTheClock(desk: RotaDesk, day: PersonActor, night: PersonActor): Promise<void> {
  await desk.pattern(day, { startsAtMinute: 8 * 60, endsAtMinute: 22 * 60 });
  await desk.pattern(night, { startsAtMinute: 22 * 60, endsAtMinute: 8 * 60 });
}
