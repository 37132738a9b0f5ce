import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { Client } from "pg";
import { alertEventKinds } from "@/server/vocabulary/alert-event";
import { makeWorld, type World } from "@/test/support/make-world";
import { test } from "@/test/support/service";

const migration = "prisma/migrations/20261128000000_unsettled_alerts/migration.sql";
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
  const [fill] = /insert into unsettled_alert select[^;]+/.exec(await readFile(migration, "utf8")) ?? [];
  const noted = await world.sql("select alert_id from unsettled_alert order by 1");

  await world.sql("delete from unsettled_alert");
  await world.sql(String(fill));

  expect(noted.length).toBeGreaterThan(20);
  expect(await world.sql("select alert_id from unsettled_alert order by 1")).toEqual(noted);
});
