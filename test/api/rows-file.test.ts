import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { readRowsRequest } from "@/app/(oversight)/insight/insight-address";
import { downloadRows } from "@/server/api/rows-file/download-rows";
import { cookieName } from "@/server/api/session-cookie";
import { sealSession } from "@/server/api/session-seal";
import { snapshotName } from "@/server/db/snapshot";
import { readFigures } from "@/server/domain/insight/read-figures";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { Role } from "@/server/vocabulary/permission";
import { rowsCountHeader, rowsSaidAtEnd } from "@/server/vocabulary/rows-file";
import { rowsBehind } from "@/server/vocabulary/counted-rows";
import type { Measure } from "@/server/vocabulary/measure";
import { pastNow, test as base } from "@/test/support/counted-past";
import { askOwner } from "@/test/support/owner-database";
import { lockTable } from "@/test/support/table-lock";

const period = { from: "2026-10-10", to: "2026-11-05" };

const test = base.extend<{
  readonly download: (
    actor: PersonActor | undefined,
    asked: Readonly<Record<string, string>>,
  ) => Promise<Response>;
}>({
  download: async ({ counted: { service } }, use) =>
    use((actor, asked) => {
      const { configuration } = service;
      const seal = actor && sealSession(actor.sessionId, configuration.NEXTAUTH_SECRET);
      const headers = seal === undefined ? {} : { cookie: `${cookieName("session", configuration)}=${seal}` };
      const request = new Request("http://localhost:3000/api/figure-rows", { headers });
      return downloadRows(service, request, { rows: readRowsRequest({ ...period, ...asked }), now: pastNow });
    }),
});

const files: readonly (readonly [Role, Measure])[] = [
  ["operator", "lookups"],
  ["operator", "raised"],
  ["health-manager", "could-not-check"],
  ["health-manager", "unreached"],
  ["authority-manager", "lookups"],
  ["authority-manager", "median-wait"],
];
for (const [role, measure] of files) {
  test(`the ${role} takes away exactly the rows that ${measure} counts, with an end, nobody named, and on record`, async ({
    counted: { past, worlds },
    as,
    download,
  }) => {
    const person = await worlds[0].person(role);
    const { total } = await as(role, (work) => readFigures(work, period));
    const behind = rowsBehind[measure];
    // A time is that of the alerts that were taken.
    const counted = total[measure === "median-wait" ? "taken" : measure] ?? 0;

    // Asked for from a page in the middle, it has all rows all the same.
    const after = "2026-10-20T12:00:00.000Z_00000000-0000-4000-8000-000000000000";
    const response = await download(person, { measure, after });
    const text = await response.text();
    expect(response.headers.get(rowsCountHeader)).toBe(String(counted));
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(rowsSaidAtEnd(text.slice(-100))).toBe(counted);
    const [header, ...lines] = parse(text, { bom: true, relax_column_count: true });
    const rows = lines.slice(0, -1);
    expect(counted).toBeGreaterThan(0);
    expect(rows).toHaveLength(counted);
    for (const row of rows) expect(row).toHaveLength(header?.length ?? -1);
    const times = rows.map((row) => row[behind.of === "alerts" ? 1 : 0] ?? "");
    expect(times).toEqual(times.toSorted().toReversed());
    expect(text).not.toMatch(/Secret|Robin|07700/);
    for (const { nhsNumber } of past.lookups) expect(text).not.toContain(nhsNumber);

    const audit = await worlds[0].sql(
      "select detail from audit where person_id = $1 and detail like '%as a file%' order by id",
      [person.personId],
    );
    const taken = `rows of ${measure} as a file, ${period.from} to ${period.to}`;
    expect(audit).toEqual([
      { detail: `${taken}: begun, ${String(counted)} rows counted` },
      { detail: `${taken}: whole, ${String(counted)} rows` },
    ]);
  });
}

test("rows of another organisation's setting are in no file, even when it is named", async ({
  counted: { worlds },
  download,
}) => {
  const manager = await worlds[0].person("health-manager");
  const response = await download(manager, { measure: "lookups", group: worlds[1].careSetting.id });

  expect(rowsSaidAtEnd(await response.text())).toBe(0);
});

test("a name that a spreadsheet would take for a formula is none in a file of rows", async ({
  counted: { worlds },
  download,
}) => {
  const [world] = worlds;
  await world.sql("update care_setting set name = '=1+1' where id = $1", [world.careSetting.id]);
  const text = await (await download(await world.person("health-manager"), { measure: "lookups" })).text();
  await world.sql("update care_setting set name = 'Ambulance' where id = $1", [world.careSetting.id]);

  expect(text).toContain(",'=1+1,");
  expect(text).not.toMatch(/(?:^|,|")=1/m);
});

const refused = [
  ["nobody who is signed in", undefined, { measure: "lookups" }, 401],
  ["a crew", "crew", { measure: "lookups" }, 403],
  ["a manager who asks for a figure that is none", "operator", { measure: "names" }, 404],
  ["a manager whose first day is after the last", "operator", { measure: "held", from: "2026-11-06" }, 400],
] as const;
for (const [who, role, asked, status] of refused) {
  test(`${who} gets ${String(status)} and no rows`, async ({ counted: { worlds }, download }) => {
    const response = await download(role && (await worlds[0].person(role)), asked);

    expect(response.status).toBe(status);
    expect(response.headers.get("content-disposition")).toBeNull();
  });
}

test("more than a million rows are refused in plain words", async ({ counted: { worlds }, download }) => {
  const [world] = worlds;
  const one =
    "(select ctid from asked_day where organisation_id is null and day between '2026-10-10' and '2026-11-05' limit 1)";
  await world.sql(`update asked_day set lookups = lookups + 1000000 where ctid = ${one}`);
  const response = await download(await world.person("operator"), { measure: "lookups" });
  await world.sql("update asked_day set lookups = lookups - 1000000 where lookups > 1000000");

  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Choose fewer days.");
});

const Reading = z.object({ pid: z.number() });

test("cancelled, the file ends: the statement that the database was at is gone, and that is on record", async ({
  counted: { urls, worlds },
  download,
}) => {
  const readings = () =>
    askOwner(
      urls.ownerUrl,
      Reading,
      `select pid from pg_stat_activity
       where application_name = '${snapshotName}' and datname = current_database()`,
    );
  const person = await worlds[0].person("operator");
  const lock = await lockTable(urls.ownerUrl, "alert");
  const response = await download(person, { measure: "raised" });
  const reader = response.body?.getReader();
  await reader?.read();
  void reader?.read().catch(() => undefined);
  // In the middle of a statement.
  await lock.isWaitedFor();
  expect(await readings()).toHaveLength(1);

  await reader?.cancel();
  await expect.poll(readings).toEqual([]);
  await lock.release();
  const brokenOff = () =>
    worlds[0].sql(
      "select outcome from audit where person_id = $1 and detail like '%broken off, at most 0 rows'",
      [person.personId],
    );
  await expect.poll(brokenOff).toEqual([{ outcome: "failed" }]);
});

test("a file is read no faster than it is taken: who takes a page has the next one read, and no more", async ({
  counted: { urls, worlds },
  as,
  download,
}) => {
  // Long enough for the whole past, were anybody reading it. As the running role, who alone sees what its connections do.
  const waiting = () =>
    askOwner(
      urls.appUrl,
      Reading,
      `select pid from pg_stat_activity where application_name = '${snapshotName}' and datname = current_database()
         and state = 'idle in transaction' and clock_timestamp() - state_change > interval '500 milliseconds'`,
    );
  const person = await worlds[0].person("operator");
  const response = await download(person, { measure: "lookups" });
  const reader = response.body?.getReader();
  await reader?.read();
  const page = parse(new TextDecoder().decode((await reader?.read())?.value));
  await expect.poll(waiting).toHaveLength(1);

  await reader?.cancel();
  const lookupsSince = async (from: string) =>
    (await as("operator", (work) => readFigures(work, { ...period, from }))).total.lookups;
  expect(page).toHaveLength((await lookupsSince("2026-10-30")) ?? 0);
  const brokenOff = `broken off, at most ${String(await lookupsSince("2026-10-23"))} rows`;
  const endings = () =>
    worlds[0].sql(
      "select substring(detail from 'broken off.*') as ending from audit where person_id = $1 and outcome = 'failed'",
      [person.personId],
    );
  await expect.poll(endings).toEqual([{ ending: brokenOff }]);
  await expect.poll(waiting).toEqual([]);
});

test("two files are made at once at the most, and each that ends makes room", async ({
  counted: { worlds },
  download,
}) => {
  const person = await worlds[0].person("operator");
  const ask = () => download(person, { measure: "lookups" });
  const [first, second, third] = [await ask(), await ask(), await ask()];

  expect(third.status).toBe(429);
  await first.text();
  await expect
    .poll(async () => {
      const { status, body } = await ask();
      await body?.cancel();
      return status;
    })
    .toBe(200);
  await second.body?.cancel();
});
