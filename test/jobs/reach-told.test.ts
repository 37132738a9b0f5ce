import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { listUntoldGaps } from "@/server/domain/reach/list-untold-gaps";
import { OrganisationId } from "@/server/vocabulary/ids";
import type { DutyPerson } from "@/test/support/alert-story";
import { test, type ReachStory } from "@/test/support/reach-story";

const sixToday = "2026-11-23T18:00:00Z";

test("where no manager can be told the service's operators are, and they see whom to ring", async ({
  reach,
}) => {
  const { world, service } = reach.story;
  const operator = await makeOperator(reach);
  await reach.coverTheWeek();
  await reach.shift(await reach.hire("Amira Hassan"), ["2026-11-24T08:00:00Z", "2026-11-24T16:00:00Z"]);

  await reach.workAt(sixToday);
  await reach.workAt("2026-11-23T18:30:00Z");
  const see = (now: string) =>
    withWork(service.database, { actor: operator.actor, now: new Date(now) }, listUntoldGaps);

  expect(await reach.notices()).toEqual(["rota Olu Adeyemi push"]);
  expect(reach.story.pushesTo(operator).map(({ message }) => message)).toMatchObject([
    { notification: { navigate: expect.stringMatching(/\/insight$/) } },
  ]);
  expect(await see("2026-11-23T19:00:00Z")).toMatchObject([
    { authorityId: world.authority.id, gaps: 1, foundAt: new Date(sixToday) },
  ]);
  expect(await see("2026-11-24T18:00:01Z")).toEqual([]);
});

test("operators see no longer whom to ring once a look finds no gap", async ({ reach }) => {
  const { service } = reach.story;
  const operator = await makeOperator(reach);
  await reach.coverTheWeek();
  const amira = await reach.hire("Amira Hassan", 1);
  await reach.shift(amira, ["2026-11-23T16:00:00Z", "2026-11-24T00:00:00Z"]);
  const see = (now: string) =>
    withWork(service.database, { actor: operator.actor, now: new Date(now) }, listUntoldGaps);

  await reach.workAt(sixToday);
  expect(await see("2026-11-23T18:01:00Z")).toMatchObject([{ gaps: 1 }]);

  await reach.prove(amira, "2026-11-23T18:30:00Z");
  await reach.workAt("2026-11-23T23:00:00Z");
  expect(await see("2026-11-23T23:01:00Z")).toEqual([]);
});

test("what is found of one person between two looks is seen by operators too", async ({ reach }) => {
  const { story } = reach;
  const operator = await makeOperator(reach);
  await reach.coverTheWeek();
  const amira = await reach.hire("Amira Hassan", 1);
  await reach.prove(amira, "2026-11-23T12:00:00Z");
  await reach.shift(amira, ["2026-11-23T16:00:00Z", "2026-11-24T00:00:00Z"]);
  const see = (now: string) =>
    withWork(story.service.database, { actor: operator.actor, now: new Date(now) }, listUntoldGaps);
  await reach.workAt(sixToday);
  expect(await see("2026-11-23T18:01:00Z")).toEqual([]);

  await reach.losePermission(amira.actor, "2026-11-23T20:10:00Z");

  expect(await reach.notices()).toEqual(["rota Olu Adeyemi push"]);
  expect(await see("2026-11-23T20:11:00Z")).toMatchObject([{ gaps: 1 }]);
});

async function makeOperator({ story }: ReachStory): Promise<DutyPerson> {
  const person = await story.member("operator", "Olu Adeyemi");
  const organisationId = OrganisationId.parse(randomUUID());
  await story.world.sql(
    "insert into organisation (id, kind, code, name) values ($1, 'service', 'S0001', 'Lantern')",
    [organisationId],
  );
  for (const table of ["role_assignment", "device"])
    await story.world.sql(`update ${table} set organisation_id = $2 where person_id = $1`, [
      person.actor.personId,
      organisationId,
    ]);
  return { ...person, actor: { ...person.actor, organisationId } };
}

test("whom the ladder names by a role or as another team's shift is looked at too", async ({ reach }) => {
  const { world } = reach.story;
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  const night = await reach.secondTeam();
  const besides = randomUUID();
  await world.sql("insert into duty_team values ($1, 'Besides', $2)", [besides, world.authority.id]);
  await reach.shift(
    await reach.hire("Fay Besides"),
    ["2026-11-24T08:00:00Z", "2026-11-24T12:00:00Z"],
    besides,
  );
  for (const team of [world.dutyTeamId, night])
    await world.sql("insert into ladder_rung (duty_team_id, rung, wait_minutes) values ($1, 2, 5)", [team]);
  await world.sql(
    "insert into ladder_target (duty_team_id, rung, kind, role) values ($1, 2, 'role', 'authority-manager')",
    [world.dutyTeamId],
  );
  await world.sql(
    "insert into ladder_target (duty_team_id, rung, kind, target_team_id) values ($1, 2, 'team', $2)",
    [night, besides],
  );

  await reach.workAt(sixToday);

  expect(await reach.results()).toEqual([
    "Cara Jones reachable no-fallback",
    "Fay Besides unreachable no-phone no-fallback",
    "Ruth Ellison doubtful never-proven no-fallback",
  ]);
});
