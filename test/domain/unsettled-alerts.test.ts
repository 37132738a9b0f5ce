import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { Client } from "pg";
import { alertEventKinds } from "@/server/vocabulary/alert-event";
import { withWork } from "@/server/db/work";
import { makePast } from "@/test/support/make-past";
import { makeWorld, type World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

const release = "prisma/migrations/20261128020000_alerts_that_are_unsettled/migration.sql";
const former = "prisma/migrations/20261127210000_waiting_alerts/migration.sql";
const settling = ["acknowledged", "closed", "reopened"];

/** For each of these kinds a practice alert, which needs no child, that has an event of the kind alone and is named by it. */
async function makeAlerts(world: World, kinds: readonly string[], now: Date): Promise<void> {
  const { personId } = await world.person("authority-manager");
  await world.sql(
    `with raised as (
       insert into alert (reference, authority_id, raised_at, drilled_by_id)
       select $1 || ' ' || kind, $1::uuid, $2, $3 from unnest($4::text[]) kind returning id, reference)
     insert into alert_event (alert_id, kind, happened_at)
     select id, split_part(reference, ' ', 2), $2 from raised`,
    [world.authority.id, now, personId, [...kinds]],
  );
}

async function unsettledOf(world: World): Promise<string[]> {
  const rows = await world.sql(
    `select split_part(reference, ' ', 2) as kind from unsettled_alert join alert on alert.id = alert_id
     where authority_id = $1 order by 1`,
    [world.authority.id],
  );
  return rows.map(({ kind }) => String(kind));
}

test("an alert is unsettled until it is taken, reopened or closed, whatever else happens to it", async ({
  own,
  now,
}) => {
  const world = await makeWorld(own, now);
  await makeAlerts(world, alertEventKinds, now);
  const open = alertEventKinds.filter((kind) => !settling.includes(kind)).toSorted();

  expect(await unsettledOf(world)).toEqual(open);

  await world.sql(
    `insert into alert_event (alert_id, kind, happened_at)
     select id, 'acknowledged', $2 from alert
     where authority_id = $1 and reference like any (array['% shown', '% notified'])`,
    [world.authority.id, now],
  );
  expect(await unsettledOf(world)).toEqual(open.filter((kind) => kind !== "shown" && kind !== "notified"));
});

test("an alert whose taking came to nothing is unsettled as before, and one that is removed leaves nothing", async ({
  own,
  now,
}) => {
  const world = await makeWorld(own, now);
  await makeAlerts(world, ["raised", "shown"], now);
  const dying = new Client({ connectionString: own.ownerUrl });
  await dying.connect();
  await dying.query("begin");
  await dying.query(`insert into alert_event (alert_id, kind, happened_at)
    select id, 'acknowledged', now() from alert where reference like '% shown'`);
  await dying.query("rollback");
  await dying.end();

  expect(await unsettledOf(world)).toEqual(["raised", "shown"]);

  await world.sql(
    "delete from alert_event where alert_id in (select id from alert where reference like '% shown')",
  );
  await world.sql("delete from alert where reference like '% shown'");
  expect(await unsettledOf(world)).toEqual(["raised"]);
});

test("a release finds the alerts that are unsettled as triggers would have noted them", async ({
  own,
  now,
}) => {
  const world = await makeWorld(own, now);
  await makeAlerts(world, alertEventKinds, now);
  const [fill = "", clean = ""] = (await readFile(release, "utf8")).replaceAll(/^--.*$/gm, "").split(";");
  const read = "select alert_id, raised_at from unsettled_alert order by 1";
  const noted = await world.sql(read);

  await world.sql("insert into unsettled_alert select id, raised_at from alert on conflict do nothing");
  await world.sql("delete from unsettled_alert where alert_id = $1", [noted[0]?.["alert_id"]]);
  await world.sql(fill);
  await world.sql(clean);

  expect(noted.length).toBeGreaterThan(20);
  expect(await world.sql(read)).toEqual(noted);
});

test("each role is told of the alerts that wait as by the story of every one of them", async ({
  own,
  service,
  now,
}) => {
  const [world, other] = [await makeWorld(own, now), await makeWorld(own, now)];
  const from = new Date(now.getTime() - 60 * 86_400_000);
  await makePast({ seed: 7, worlds: [world, other], from, to: now, count: 150 });
  await world.sql(`with old as (select id from alert order by raised_at limit 20)
    insert into outbox (kind, job, due_at)
    select 'climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', id), now() from old`);
  const [text = ""] =
    /create or replace function lantern_waiting_alerts[^]+?\$\$[^]+?\$\$/.exec(
      await readFile(former, "utf8"),
    ) ?? [];
  await world.sql(text.replace("or replace function lantern_waiting_alerts", "function alerts_by_story"));
  await world.sql("grant execute on function alerts_by_story(timestamptz) to lantern_app");

  const since = new Date(now.getTime() - 28 * 86_400_000);
  const counts: number[] = [];
  for (const [asked, role] of whoAsk([world, other])) {
    const actor = await asked.person(role);
    const both = await withWork(service.database, { actor, now }, async ({ tx }) => {
      const told = (name: string) =>
        tx.$queryRawUnsafe<object[]>(`select * from ${name}($1) order by 1, 2, 3`, since);
      return [await told("lantern_waiting_alerts"), await told("alerts_by_story")] as const;
    });
    expect(both[0], role).toEqual(both[1]);
    counts.push(both[0].length);
  }
  const [all, ofOne, ofOther, ...none] = counts;
  expect(ofOne).toBeGreaterThan(0);
  expect(all).toBe((ofOne ?? 0) + (ofOther ?? 0));
  expect(none).toEqual([0, 0]);
});

function whoAsk([world, other]: readonly [World, World]) {
  return [
    [world, "operator"],
    [world, "authority-manager"],
    [other, "authority-manager"],
    [world, "health-manager"],
    [world, "crew"],
  ] as const;
}
