import { expect } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { Role } from "@/server/vocabulary/permission";
import { stateWords } from "@/server/vocabulary/tonight-state";
import { makeProof } from "@/test/support/make-proof";
import { test, type ReachStory } from "@/test/support/reach-story";
import { takeFile } from "@/test/support/take-file";

/** The evening's check is at 18:00; the crew of the story asks at 21:10. */
const evening = new Date("2026-11-23T21:15:00Z");

function pageOf({ story: { service } }: ReachStory, actor: PersonActor) {
  return createCaller({ service, now: evening, session: { state: "open", actor } });
}

function take({ story: { service } }: ReachStory, actor: PersonActor | undefined, page: string) {
  return takeFile(service, { actor, page, now: evening });
}

async function linesOf(response: Response): Promise<string[][]> {
  expect(response.status).toBe(200);
  return parse(await response.text(), { bom: true, relax_column_count: true });
}

/** Cara Jones can be reached all night, and one alert waits for her in time. */
async function aNight(reach: ReachStory): Promise<void> {
  await reach.coverTheWeek();
  await reach.standBehind();
  await reach.workAt("2026-11-23T18:00:00Z");
  await makeProof(reach.story.world, evening, 12);
  await reach.story.crewAsks(2);
}

test("a manager takes tonight away as on the page, without names and few alerts, on record", async ({
  reach,
}) => {
  const { world } = reach.story;
  await aNight(reach);
  const manager = await world.person("authority-manager", "Ruth Ellison");
  const page = await pageOf(reach, manager).tonight.own();
  expect(page.authorities[0]).toMatchObject({ first: [{ name: "Cara Jones" }], alerts: { count: 1 } });

  const response = await take(reach, manager, "tonight");

  expect(response.headers.get("content-disposition")).toContain('"lantern-tonight-2026-11-23.csv"');
  const [header, ...lines] = await linesOf(response);
  expect(header).toEqual(["authority", "what", "state", "figure", "found", `as at ${evening.toISOString()}`]);
  const { name } = world.authority;
  const reached = "The person on duty on call now: can be reached, checked 18:00.";
  expect(lines).toEqual([
    ["All", "Can I trust tonight?", "Fine", "", page.verdict.line],
    [name, "First on call now", "Fine", "1", reached],
    [name, "First on call now: can be reached", "", "1", ""],
    [name, "On the rungs behind", "", "1", ""],
    [name, "On the rungs behind: can be reached", "", "1", ""],
    [name, "On call next", "", "", ""],
    [name, "On call next: people", "", "", ""],
    [name, "On call next: can be reached", "", "", ""],
    [name, "Gaps in 14 days", "Fine", "0", "No gap in the rota of the next 14 days."],
    [name, "Alerts that wait", "Fine", "hidden", "Alerts wait to be taken: in time."],
    [name, "The oldest of them", "", "hidden", ""],
    [name, "Reached nobody", "", "0", ""],
    [name, "Own list: number", "Fine", "1", expect.stringMatching(/^List number 1 was received /)],
    [name, "Own list: received", "", page.authorities[0]?.list.lastReceivedAt?.toISOString(), ""],
    [name, "Own list: numbers skipped", "", "0", ""],
    ["The whole service", "The service’s own proof", "Fine", page.deliveryLine, expect.any(String)],
    ...page.vendors.map((vendor) => [
      "The whole service",
      vendor.name,
      "Fine",
      String(vendor.failed),
      `${String(vendor.failed)} of ${String(vendor.answered)} failed in the last hour`,
    ]),
  ]);
  const audit = await world.sql("select action, detail from audit where person_id = $1", [manager.personId]);
  expect(audit).toContainEqual({ action: "tonight:read", detail: "tonight as a file" });
});

test("an operator takes every authority away as a line with its state, without names or numbers of alerts, on record", async ({
  reach,
}) => {
  const { story } = reach;
  await aNight(reach);
  await story.secondAuthority();
  const operator = await story.world.person("operator");
  const { tiles } = await pageOf(reach, operator).tonight.ofAll();

  const [header, ...lines] = await linesOf(await take(reach, operator, "tonight-of-all"));

  expect(header).toEqual(["region", "authority", "state", "reasons", `as at ${evening.toISOString()}`]);
  const ofTiles = lines.slice(0, tiles.length);
  expect(ofTiles.map(([, authority, state]) => [authority, state])).toEqual(
    tiles.map(({ name, state }) => [name, stateWords[state]]),
  );
  const reasons = ofTiles.map((line) => line[3]);
  expect(reasons).toContainEqual(expect.stringMatching(/^Nobody is first on call now\./));
  expect(lines.slice(tiles.length).map(([region]) => region)).not.toContain("");
  expect(JSON.stringify(lines)).not.toMatch(/Cara|Jones|Dora|Example|\d+ alerts? wait/);
  const audit = await story.world.sql("select action, detail from audit where person_id = $1", [
    operator.personId,
  ]);
  expect(audit).toContainEqual({ action: "tonight:read-all", detail: "tonight as a file" });
});

test("a name that a spreadsheet would take for a formula is none in a file of tonight or of practice alerts", async ({
  reach,
}) => {
  const { world } = reach.story;
  const manager = await world.person("authority-manager");
  await world.sql("update organisation set name = '=1+1' where id = $1", [world.authority.id]);
  await world.sql(
    "insert into alert (reference, authority_id, raised_at, drilled_by_id) values ('DRILL', $1, $2, $3)",
    [world.authority.id, evening, manager.personId],
  );

  for (const [page, actor] of [
    ["tonight", manager],
    ["drills", manager],
    ["tonight-of-all", await world.person("operator")],
  ] as const) {
    const text = await (await take(reach, actor, page)).text();
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(?:^|,|")=1/m);
  }
});

const refused: readonly (readonly [who: string, role: Role | undefined, page: string, status: number])[] = [
  ["nobody who is signed in", undefined, "tonight", 401],
  ["a crew", "crew", "tonight", 403],
  ["a duty social worker", "duty-social-worker", "tonight", 403],
  ["an authority's manager", "authority-manager", "tonight-of-all", 403],
  ["an operator, who has no tonight of their own,", "operator", "tonight", 403],
  ["a health manager", "health-manager", "drills", 403],
];
for (const [who, role, page, status] of refused) {
  test(`${who} gets ${String(status)} and no file of ${page}`, async ({ reach }) => {
    const response = await take(reach, role && (await reach.story.world.person(role)), page);

    expect(response.status).toBe(status);
    expect(response.headers.get("content-disposition")).toBeNull();
  });
}
