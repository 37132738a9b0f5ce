import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import { Client } from "pg";
import { withWork } from "@/server/db/work";
import { runSql } from "@/server/demo/postgres-databases";
import { paceSettings } from "@/server/domain/rota/pace-settings";
import { removeOld } from "@/server/domain/retention/remove-old";
import { isStale, isTurnDue } from "@/server/domain/retention/retention-night";
import { readTonightOfAll } from "@/server/domain/tonight/read-tonight-of-all";
import { systemActor } from "@/server/vocabulary/actor";
import { keptTables } from "@/server/vocabulary/kept-tables";
import { retentionRules } from "@/server/vocabulary/retention";
import { makeJobService } from "@/test/support/make-service";
import { oldThings } from "@/test/support/old-things";
import { nightNow, test } from "@/test/support/old-night";

for (const thing of oldThings) {
  test(`${thing.title}, of ${String(thing.days)} days, ${thing.goes ? "goes" : "stays"}`, async ({
    night,
  }) => {
    expect(await night.isLeft(thing)).toBe(!thing.goes);
  });
}

test("old look-ups of the past go but for those of alerts that nobody closed, and no figure changes", async ({
  night,
}) => {
  const { past, figures } = night;

  expect(past.after).toBeLessThan(past.before / 2);
  expect(past.after).toBeGreaterThan(0);
  expect(figures.before.length).toBeGreaterThan(100);
  expect(figures.after).toEqual(figures.before);
});

test("counted anew, figures of days whose facts are gone are the same; so they are when a late change marks such a day", ({
  night,
}) => {
  expect(night.figures.rebuilt).toEqual(night.figures.before);
  expect(night.figures.later).toEqual(night.figures.before);
});

test("nothing leaves while a day that would lose its facts is not counted", ({ night }) => {
  expect(night.begunWhileUncounted).toBe(false);
});

test("a step that is broken off takes nothing, and another process goes on to the end", ({ night }) => {
  expect(night.goneByBrokenStep).toBe(0);
  expect(night.state.map(({ name }) => name)).toEqual(retentionRules.map(({ name }) => name));
  for (const row of night.state) expect(row["done_at"]).toEqual(nightNow);
});

test("the next night goes to its end by timetable and queue, and done twice it removes nothing more", ({
  night,
}) => {
  expect(night.secondNight).toEqual({ done: retentionRules.length, removedAgain: [], left: [] });
});

test("the operator reads when it last ran and what it removed, and a warning once it has not begun for two days", async ({
  night,
}) => {
  const operator = await night.world.person("operator");
  const readAt = (now: Date) =>
    withWork(night.jobs.database, { actor: operator, now }, (work) =>
      readTonightOfAll(work, paceSettings(night.jobs.configuration)),
    );
  const after = (days: number) => new Date(nightNow.getTime() + days * 86_400_000);
  const warnings = ({ service }: Awaited<ReturnType<typeof readAt>>) =>
    service.filter(({ kind }) => kind === "retention");

  const soon = await readAt(after(3));
  expect(soon.retention).toMatchObject({ begunAt: after(1), isUnderWay: false, isStale: false });
  expect(soon.retention.rows).toHaveLength(retentionRules.length);
  expect(warnings(soon)).toEqual([]);
  const late = await readAt(new Date(after(3).getTime() + 1));
  expect(warnings(late)).toMatchObject([
    { level: "doubtful", what: expect.stringContaining("last began on 13 March 2024, 02:30") },
  ]);
});

test("the audit says how many rows of what went, and nothing else", ({ night }) => {
  const counts = new Map<string, number>();
  for (const { actor_name: name, outcome, detail } of night.audited) {
    expect([name, outcome]).toEqual(["worker", "done"]);
    expect(detail).toMatch(/^[a-z_.]+ \d+(, [a-z_.]+ \d+)*$/);
    for (const part of String(detail).split(", ")) {
      const [table = "", count = ""] = part.split(" ");
      counts.set(table, (counts.get(table) ?? 0) + Number(count));
    }
  }
  const removed = night.state.reduce((sum, row) => sum + Number(row["removed"]), 0);

  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(removed);
  expect(Object.fromEntries(counts)).toMatchObject({
    person_search: 1,
    session: 1,
    practice_run: 1,
    report_day: 1,
  });
});

test("of a phone that is told nothing any more the address goes, though a notice names it still", async ({
  night,
}) => {
  const addresses = await night.world.sql(
    "select hint, sealed_address <> '' as has_address from device where exists (select from notice where device_id = device.id) order by 1",
  );

  expect(addresses).toEqual([
    { hint: "", has_address: false },
    { hint: "in use", has_address: true },
  ]);
});

test("a day of figures older than ten years goes, and a younger one stays", async ({ night }) => {
  expect(await night.world.sql("select day::text from report_day where reports = 7")).toEqual([
    { day: "2015-03-01" },
  ]);
});

const calls = [
  ["remove what is old", "select * from lantern_forget(now(), 10)"],
  ["begin the removal", "select lantern_begin_forgetting(now())"],
] as const;
for (const [deed, statement] of calls) {
  test(`nobody who is signed in can ${deed}, whatever their role`, async ({ night }) => {
    for (const role of ["crew", "authority-manager", "privacy-officer", "operator"] as const) {
      const actor = await night.world.person(role);
      const attempt = withWork(night.jobs.database, { actor, now: nightNow }, ({ tx }) =>
        tx.$queryRawUnsafe(statement),
      );
      await expect(attempt, role).rejects.toThrow("only the worker removes what is old");
    }
  });
}

test("with the worker's name a thief can choose neither rows nor period, and be ahead of no clock", async ({
  night,
}) => {
  const thief = new Client({ connectionString: night.urls.appUrl });
  await thief.connect();
  await thief.query("select set_config('lantern.system', 'worker', false)");
  for (const statement of [
    "select lantern_forget_rows('audit', 'true', now(), 10)",
    "select lantern_forget_one('audit', 'infinity', 10)",
    "update retention set days = 0",
    "insert into retention (name, place, days) values ('x', 99, 0)",
  ]) {
    await expect(thief.query(statement)).rejects.toThrow("permission denied");
  }
  await night.world.sql(
    "insert into audit (happened_at, actor_kind, actor_name, action, outcome) values (now(), 'person', 'Today', 'card:read', 'done')",
  );
  await thief.query("select lantern_begin_forgetting('2999-01-01')");
  while ((await thief.query("select from lantern_forget('2999-01-01', 5000)")).rowCount !== 0);
  await thief.end();

  expect(await night.world.sql("select from audit where actor_name = 'Today'")).toHaveLength(1);
  const [ahead] = await night.world.sql(
    "select from retention where begun_at > now() or facts_since > now() - interval '2191 days'",
  );
  expect(ahead).toBeUndefined();
});

test("a worker whose clock is ahead of the database's does one night, and not one after the other", async ({
  freshDatabase,
}) => {
  const service = makeJobService((await freshDatabase()).appUrl);
  const occasion = { actor: systemActor("worker"), now: new Date(Date.now() + 48 * 3_600_000) };
  const isDone = async () => (await withWork(service.database, occasion, (work) => removeOld(work))).isDone;
  const steps = 2 * retentionRules.length;
  const turns: boolean[] = [];
  while (turns.length < steps && turns.at(-1) !== true) turns.push(await isDone());

  expect([turns.at(-1), await isDone()]).toEqual([true, true]);
  await service.stop();
});

test("figures of a closed day can be neither deleted nor added to by the worker, even by mistake", async ({
  night,
}) => {
  const thief = new Client({ connectionString: night.urls.appUrl });
  await thief.connect();
  await thief.query("select set_config('lantern.system', 'worker', false)");
  const closed = [
    "alert_day",
    "alert_service_day",
    "alert_organisation_day",
    "asked_day",
    "setting_service_day",
    "setting_organisation_day",
  ];
  const deleted: (number | null)[] = [];
  for (const table of closed) {
    expect(await night.world.sql(`select from ${table} where day < lantern_facts_since()`)).not.toEqual([]);
    deleted.push((await thief.query(`delete from ${table} where day < lantern_facts_since()`)).rowCount);
  }
  const hours = "array_fill(0, array[24])";
  const added = [
    "report_day select lantern_facts_since() - 1, 'missed', 'dental', id, id, 1 from organisation limit 1",
    "alert_service_day (select lantern_facts_since() - 10000, 0, '', '', '', '', '', '', '', '', '', '', '')",
    `asked_day (select lantern_facts_since() - 1, null, 'typed', 'held', null, ${hours}, 1)`,
    "setting_service_day (select lantern_facts_since() - 10000, 0, '', '', '', '')",
    "alert_organisation_day select id, lantern_facts_since() - 10000, 0, '', '', '', '', '', '', '', '', '', '', '' from organisation limit 1",
    "setting_organisation_day select id, lantern_facts_since() - 10000, 0, '', '', '', '' from organisation limit 1",
  ];
  expect(deleted).toEqual(closed.map(() => 0));
  for (const row of added) {
    await expect(thief.query(`insert into ${row}`), row).rejects.toThrow("row-level security");
  }
  await thief.end();
});

test("the service and the database name the same things and days, and every table that there is", async ({
  night,
}) => {
  const inDatabase = await night.world.sql("select name, days from retention order by place");
  const tables = await runSql(
    night.urls.ownerUrl,
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and relname <> '_prisma_migrations' order by relname`,
  );

  expect(inDatabase).toEqual(retentionRules.map(({ name, days }) => ({ name, days })));
  const named = new Set([...retentionRules.flatMap(({ tables: own }) => own), ...Object.keys(keptTables)]);
  expect([...named].toSorted().map((name) => ({ name }))).toEqual(tables);
});

test("the audit outlasts what it tells of, and figures outlast both", () => {
  const daysOf = (wanted: string) => retentionRules.find(({ name }) => name === wanted)?.days ?? 0;

  expect(daysOf("audit")).toBeGreaterThanOrEqual(daysOf("look-up"));
  expect(daysOf("figure")).toBeGreaterThan(daysOf("audit"));
  expect(new Set(["referral", "alert", "look-up", "incident"].map(daysOf)).size).toBe(1);
});

test("docs/operations.md shows the same table", () => {
  const text = readFileSync(path.join(import.meta.dirname, "..", "..", "docs", "operations.md"), "utf8");
  const [, part = ""] = text.split("## Retention");
  const shown = [...part.matchAll(/^\|(.+)\|$/gm)].map(([, cells = ""]) =>
    cells.split("|").map((cell) => cell.trim()),
  );
  const rules = retentionRules.map(({ what, tables, days, from, stays, reason }) => [
    what,
    tables.map((table) => `\`${table}\``).join(", "),
    days === 0 ? "at once" : `${String(days)} days`,
    from,
    stays,
    reason,
  ]);
  const kept = Object.entries(keptTables).map(([table, reason]) => [`\`${table}\``, reason]);

  for (const row of [...rules, ...kept]) expect(shown).toContainEqual(row);
  expect(shown).toHaveLength(rules.length + kept.length + 4);
});

const nights = [
  ["the first time", null, "2026-11-26T12:00:00Z", true],
  ["before two in the morning", "2026-11-25T02:00:00Z", "2026-11-26T01:59:00Z", false],
  ["at two", "2026-11-25T02:00:00Z", "2026-11-26T02:00:00Z", true],
  ["twice in a night", "2026-11-26T02:00:00Z", "2026-11-26T23:00:00Z", false],
  ["at noon, where nobody was there at night", "2026-11-24T02:00:00Z", "2026-11-26T12:00:00Z", true],
  ["at two by a London clock in summer", "2026-06-24T02:00:00Z", "2026-06-25T01:00:00Z", true],
  ["before that", "2026-06-24T02:00:00Z", "2026-06-25T00:59:00Z", false],
] as const;
for (const [when, begunAt, at, isDue] of nights) {
  test(`removal is ${isDue ? "due" : "not due"} ${when}`, () => {
    expect(isTurnDue(begunAt === null ? null : new Date(begunAt), new Date(at))).toBe(isDue);
  });
}

test("a turn that began two days ago and no later is stale", () => {
  const begunAt = new Date("2026-11-24T02:00:00Z");

  expect(isStale(begunAt, new Date("2026-11-26T02:00:00Z"))).toBe(false);
  expect(isStale(begunAt, new Date("2026-11-26T02:00:00.001Z"))).toBe(true);
});
