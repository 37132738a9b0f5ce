import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import { test } from "@/test/support/database";
import { makeNhsNumber, makeWorld } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");
const settings: LookupSettings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 100,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
};

const Plans = z.array(z.object({ statement: z.string(), anew: z.number() }));

// Planning an answer takes longer than giving it, and PostgreSQL by itself would plan each one.
test("all that an answer reads and writes is planned once on a connection, whomever it is about", async ({
  database,
}) => {
  const world = await makeWorld(database, now);
  const crew = await world.person("crew");
  const held = [await world.plan(), await world.plan()].map(({ nhsNumber }) => nhsNumber);
  const service = connectDatabase({ url: database.appUrl, connections: 1 });

  for (const nhsNumber of [...held, makeNhsNumber(), ...held, makeNhsNumber()]) {
    const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
    await withWork(service, { actor: crew, now }, (work) => lookUpChild(work, request, settings));
  }

  const plans = Plans.parse(
    await service.$queryRaw`select statement, custom_plans::int as anew from pg_prepared_statements`,
  );
  await service.$disconnect();
  const ofAnswer = plans.filter(({ statement }) => !statement.includes("set_config"));
  expect(ofAnswer.some(({ statement }) => statement.includes("lantern_numbers_of_asked"))).toBe(true);
  expect(ofAnswer.some(({ statement }) => statement.includes("insert into alert_event"))).toBe(true);
  expect(ofAnswer.filter(({ anew }) => anew > 0)).toEqual([]);
});
