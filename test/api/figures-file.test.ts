import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { withWork } from "@/server/db/work";
import { openSession } from "@/server/domain/access/open-session";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readUptake } from "@/server/domain/uptake/read-uptake";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import type { ClaimedIdentity } from "@/server/vocabulary/claims";
import { pastNow, test as base } from "@/test/support/counted-past";
import { takeFile } from "@/test/support/take-file";

const query = { from: "2026-10-10", to: "2026-11-05" };
const pages = ["figures", "times", "activity"] as const;

const test = base.extend<{
  readonly download: (actor: PersonActor | undefined, page: string, asked?: object) => Promise<Response>;
}>({
  download: async ({ counted: { service } }, use) =>
    use((actor, page, asked = query) => takeFile(service, { actor, page, asked, now: pastNow })),
});

for (const page of pages) {
  test(`the page ${page} is taken away as a file without small numbers, names or NHS numbers`, async ({
    counted: { past, worlds },
    download,
  }) => {
    const manager = await worlds[0].person("authority-manager");

    const response = await download(manager, page);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="lantern-${page}-2026-10-10-2026-11-05.csv"`,
      "content-type": "text/csv; charset=utf-8",
    });
    const text = await response.text();
    const [header, ...lines] = parse(text, { bom: true, relax_column_count: true });
    expect(header).toEqual(["table", "row", "figure", "number", `as at ${pastNow.toISOString()}`]);
    expect(lines.length).toBeGreaterThan(20);
    const counts = lines
      .filter(([, , figure]) => !figure?.endsWith("seconds"))
      .map(([, , , number]) => Number(number));
    expect(counts.filter((count) => count > 0 && count < 5)).toEqual([]);
    expect(text).toContain("hidden");
    expect(text).not.toMatch(/Secret|Robin|07700/);
    for (const { nhsNumber } of past.lookups) expect(text).not.toContain(nhsNumber);

    const audit = await worlds[0].sql("select detail from audit where person_id = $1", [manager.personId]);
    expect(audit).toContainEqual({ detail: `${page} as a file, 2026-10-10 to 2026-11-05` });
  });
}

for (const [page, role, figures] of [
  ["quality", "authority-manager", ["Things to put right", "Minutes at the lists on such a day"]],
  ["quality", "operator", ["Agree with demographics", "Not loaded", "Lists", "Days to mend, median"]],
  ["uptake", "health-manager", ["Gone silent", "all weeks", "Usual in seven days", "People"]],
  ["uptake", "authority-manager", ["Gone silent", "all weeks", "Last on", "Somebody is on a rota"]],
  ["uptake", "operator", ["Gone silent", "all weeks", "People", "Somebody is on a rota"]],
] as const) {
  test(`a ${role} takes the page ${page} away as a file without small numbers or names, on record`, async ({
    counted: { past, worlds },
    download,
  }) => {
    const manager = await worlds[0].person(role);

    const response = await download(manager, page);
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="lantern-${page}-2026-11-05.csv"`,
    );
    const text = await response.text();
    const [header, ...lines] = parse(text, { bom: true, relax_column_count: true });
    expect(header).toEqual(["table", "row", "figure", "number", `as at ${pastNow.toISOString()}`]);
    expect(lines.map(([, , figure]) => figure)).toEqual(expect.arrayContaining([...figures]));
    const ofPeople = lines.filter(([table]) => !/^(?:Settings|By authority)$/.test(table ?? ""));
    expect(ofPeople.filter(([, , , number]) => /^[1-4]$/.test(number ?? ""))).toEqual([]);
    expect(text).not.toMatch(/Secret|Robin|07700/);
    for (const { nhsNumber } of past.lookups) expect(text).not.toContain(nhsNumber);

    const audit = await worlds[0].sql("select action, detail from audit where person_id = $1", [
      manager.personId,
    ]);
    expect(audit).toContainEqual({ action: `${page}:read`, detail: `${page} as a file` });
  });
}

test("the weeks of a file of uptake are those of the page", async ({ counted: { worlds }, as, download }) => {
  const text = await (await download(await worlds[0].person("operator"), "uptake")).text();
  const lines = parse(text, { bom: true, relax_column_count: true });
  const { weeks } = await as("operator", readUptake);

  const all = lines.filter(([table, row]) => table === "Questions asked" && row === "all");
  expect(all.map(([, , , number]) => number)).toEqual(
    [...weeks, { count: weeks.reduce((sum, { count }) => sum + count, 0) }].map(({ count }) => String(count)),
  );
});

test("the sums of a file are the figures of the page", async ({ counted: { worlds }, as, download }) => {
  const response = await download(await worlds[0].person("operator"), "figures");
  const lines = parse(await response.text(), { bom: true, relax_column_count: true });
  const { total } = await as("operator", (work) => readFigures(work, query));

  const sums = Object.fromEntries(
    lines
      .filter(([, row]) => row === "all")
      .map(([table, , figure, number]) => [`${String(table)}: ${String(figure)}`, number]),
  );
  expect(sums).toMatchObject({
    "Lookups by day: Lookups": String(total.lookups),
    "Lookups by day: Could not check": String(total["could-not-check"]),
    "Alerts by day: Alerts taken": String(total.taken),
    "Alerts that reached nobody by day: Nobody reached": String(total.unreached),
    "Alerts by authority: Alerts raised": String(total.raised),
  });
});

test("a name that a spreadsheet would take for a formula is none in a file", async ({
  counted: { worlds },
  download,
}) => {
  const [world] = worlds;
  const { careSetting } = world;
  await world.sql("update care_setting set name = '=1+1' where id = $1", [careSetting.id]);

  const text = await (await download(await world.person("health-manager"), "activity")).text();
  await world.sql("update care_setting set name = 'Ambulance' where id = $1", [careSetting.id]);
  expect(text).toContain("'=1+1, Test Ambulance");
  expect(text).not.toMatch(/(?:^|,|")=1/m);
});

const refused = [
  ["nobody who is signed in", undefined, "figures", query, 401],
  ["a crew", "crew", "figures", query, 403],
  ["a health manager, who has no lists,", "health-manager", "quality", query, 403],
  ["a privacy officer", "privacy-officer", "uptake", query, 403],
  ["a manager who asks for a page that is none", "operator", "rows", query, 404],
  ["a manager whose days cannot be read", "operator", "figures", { from: "yesterday" }, 404],
  [
    "a manager whose first day is after the last",
    "operator",
    "times",
    { from: "2026-11-05", to: "2026-11-01" },
    400,
  ],
] as const;
for (const [who, role, page, asked, status] of refused) {
  test(`${who} gets ${String(status)} and no file`, async ({ counted: { worlds }, download }) => {
    const response = await download(role && (await worlds[0].person(role)), page, asked);

    expect(response.status).toBe(status);
    expect(response.headers.get("content-disposition")).toBeNull();
  });
}

test("a manager who lost the role while the page stood open takes no file of it any more", async ({
  counted: { worlds, service },
  download,
}) => {
  const [world] = worlds;
  const manager = await world.person("authority-manager");
  const every = [...pages, "quality", "uptake", "tonight", "drills"];
  for (const page of every) expect((await download(manager, page)).status, page).toBe(200);

  await world.sql("update person set issuer = 'council' where id = $1", [manager.personId]);
  const identity: ClaimedIdentity = {
    issuer: "council",
    subject: manager.personId,
    name: manager.name,
    role: "duty-social-worker",
    organisationCode: world.authority.code,
    organisationKind: "authority",
    assurance: "AAL2",
    issuerSessionId: undefined,
  };
  await withWork(service.database, { actor: systemActor("sign-in"), now: pastNow }, (work) =>
    openSession(work, { claims: { kind: "known", identity }, limits: service.configuration }),
  );

  for (const page of every) {
    const refused = await download(manager, page);
    expect(refused.status, page).toBe(401);
    expect(refused.headers.get("content-disposition")).toBeNull();
  }
});

test("a file whose reader goes away is made no further", async ({ counted: { worlds }, download }) => {
  const { body } = await download(await worlds[0].person("operator"), "figures");
  const reader = body?.getReader();

  expect((await reader?.read())?.done).toBe(false);
  await reader?.cancel();
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
});
