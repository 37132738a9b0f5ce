import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { PeriodRequest } from "@/server/vocabulary/period";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { lockTable } from "@/test/support/table-lock";

const now = new Date("2026-11-23T09:00:00Z");
const month: { readonly period: PeriodRequest } = { period: { days: 28 } };

interface Given {
  readonly world: World;
  readonly service: TestService;
  readonly callerOf: (actor: PersonActor) => ReturnType<typeof createCaller>;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl, { DATABASE_CONNECTIONS: "4" });
    await use(service);
    await service.stop();
  },
  callerOf: async ({ service }, use) =>
    use((actor) => createCaller({ service, now, session: { state: "open", actor } })),
});

test("twenty managers who all open their figures at nine keep nobody from an answer, and all get theirs", async ({
  database,
  world,
  callerOf,
}) => {
  const { nhsNumber } = await world.plan();
  const manager = callerOf(await world.person("health-manager"));
  const crew = callerOf(await world.person("crew"));
  // As if counting took very long.
  const counts = await lockTable(database.ownerUrl, "alert_organisation_day");
  const pages = Promise.all(Array.from({ length: 20 }, () => manager.insight.figures(month)));
  await counts.isWaitedFor();

  const { answer } = await crew.lookup.child({ nhsNumber, requestId: randomUUID() });

  expect(answer).toBe("held");
  await counts.release();
  expect(await pages).toHaveLength(20);
});

test("twenty managers who all ask at nine whether tonight can be trusted keep nobody from an answer, and wait for no figures", async ({
  database,
  world,
  callerOf,
}) => {
  const { nhsNumber } = await world.plan();
  const manager = callerOf(await world.person("authority-manager"));
  const crew = callerOf(await world.person("crew"));
  const figures = await lockTable(database.ownerUrl, "alert_organisation_day");
  const counted = Promise.all(Array.from({ length: 20 }, () => manager.insight.figures(month)));
  await figures.isWaitedFor();
  expect(await manager.tonight.own()).toMatchObject({ authorities: [{}] });
  // As if that took very long, too.
  const reach = await lockTable(database.ownerUrl, "reach_result");
  const pages = Promise.all(Array.from({ length: 20 }, () => manager.tonight.own()));
  await reach.isWaitedFor();

  const { answer } = await crew.lookup.child({ nhsNumber, requestId: randomUUID() });

  expect(answer).toBe("held");
  await reach.release();
  await figures.release();
  expect(await pages).toHaveLength(20);
  await counted;
});

test("whoever may not see figures is told at once, and waits for nobody's", async ({
  database,
  world,
  callerOf,
}) => {
  const manager = callerOf(await world.person("health-manager"));
  const crew = callerOf(await world.person("crew"));
  const counts = await lockTable(database.ownerUrl, "alert_organisation_day");
  const pages = Promise.all(Array.from({ length: 20 }, () => manager.insight.figures(month)));
  await counts.isWaitedFor();

  await expect(crew.insight.figures(month)).rejects.toMatchObject({ code: "FORBIDDEN" });

  await counts.release();
  await pages;
});

const Plans = z.tuple([z.object({ for_these: z.coerce.number(), for_any: z.coerce.number() })]);

test("a plan for anybody's rows is never used for one organisation's", async ({
  world,
  service,
  callerOf,
}) => {
  const manager = callerOf(await world.person("authority-manager"));

  // PostgreSQL makes five plans for the values at hand before it thinks of one for any.
  for (let time = 1; time <= 8; time += 1) await manager.insight.figures(month);

  // One after another, all over the connection that is idle again.
  const plans = await service.database
    .$queryRaw`select sum(custom_plans) as for_these, sum(generic_plans) as for_any
    from pg_prepared_statements where statement ~ 'from (alert_organisation|told)_day'`;
  expect(Plans.parse(plans)).toEqual([{ for_these: 16, for_any: 0 }]);
});
