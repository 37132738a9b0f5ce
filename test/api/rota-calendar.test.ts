import { expect } from "@playwright/test";
import { answerCalendar } from "@/server/api/answer-calendar";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import { makeService } from "@/test/support/make-service";
import { aroundTheClock, rotaNow, test, type RotaDesk } from "@/test/support/rota-desk";

test("a calendar program fetches one's own shifts of the next 60 days and nothing about anybody else", async ({
  desk,
}) => {
  await aroundTheClock(desk, desk.amira, desk.ben);
  const { address } = await callerOf(desk, desk.ben).rota.issueCalendar();
  expect(address).toMatch(/^http:\/\/localhost:3000\/api\/calendars\/[\w-]{43}\.ics$/);

  const answer = await fetchCalendar(desk, address);

  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    "no-store",
  ]);
  const text = await answer.text();
  const lines = text.split("\r\n");
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(60);
  expect(lines.filter((line) => line.startsWith("DTSTART")).slice(0, 2)).toEqual([
    "DTSTART:20261123T220000Z",
    "DTSTART:20261124T220000Z",
  ]);
  expect(lines).toContain("DTEND:20261124T080000Z");
  expect(lines.filter((line) => line.startsWith("SUMMARY"))[0]).toBe("SUMMARY:On call\\, first: Duty team");
  expect(new Set(lines.filter((line) => line.startsWith("UID"))).size).toBe(60);
  for (const other of [desk.amira.name, desk.ben.name, desk.ben.personId]) expect(text).not.toContain(other);
});

test("a takeover is in the calendar of whoever took over, and not in the other's", async ({ desk }) => {
  await aroundTheClock(desk, desk.amira, desk.ben);
  const { address } = await callerOf(desk, desk.cara).rota.issueCalendar();
  expect(await eventsAt(desk, address)).toEqual([]);

  const takeover = { teamId: desk.teamId, rung: 1, until: new Date("2026-11-23T15:00:00Z") };
  await callerOf(desk, desk.cara).rota.takeOver(takeover);

  expect(await eventsAt(desk, address)).toEqual(["DTSTART:20261123T120000Z"]);
});

test("a new address ends the old one, a revoked one and one that never was are not found", async ({
  desk,
}) => {
  await aroundTheClock(desk, desk.amira, desk.ben);
  const ben = callerOf(desk, desk.ben);
  const { address: first } = await ben.rota.issueCalendar();
  const { address: second } = await ben.rota.issueCalendar();
  const statusOf = async (address: string) => (await fetchCalendar(desk, address)).status;

  expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
  expect((await ben.rota.mine()).calendarSince).toEqual(rotaNow);
  await ben.rota.revokeCalendar();
  expect((await ben.rota.mine()).calendarSince).toBeNull();

  const never = [`/${"A".repeat(43)}.ics`, "/short.ics", `/${"A".repeat(43)}`, "/%00.ics", "/.ics"];
  for (const address of [second, ...never]) expect(await statusOf(address), address).toBe(404);
});

test("only the digest of a secret is kept, and it is no answer to anything", async ({ desk }) => {
  const { address } = await callerOf(desk, desk.ben).rota.issueCalendar();
  const secret = /([\w-]{43})\.ics$/.exec(address)?.[1] ?? "";

  const [row] = await desk.world.sql("select * from calendar_link where person_id = $1", [desk.ben.personId]);
  const audits = await desk.world.sql("select * from audit where person_id = $1", [desk.ben.personId]);

  expect(row?.["digest"]).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify([row, audits])).not.toContain(secret);
  expect((await fetchCalendar(desk, `/${String(row?.["digest"]).slice(0, 43)}.ics`)).status).toBe(404);
});

test("a calendar that cannot be read now is no empty one", async ({ desk }) => {
  const { address } = await callerOf(desk, desk.ben).rota.issueCalendar();
  const cutOff = makeService("postgresql://lantern_app:tests@127.0.0.1:1/lantern");

  expect((await fetchCalendar({ ...desk, service: cutOff }, address)).status).toBe(503);
  await cutOff.stop();
});

function callerOf({ service }: RotaDesk, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now: rotaNow });
}

function fetchCalendar({ service }: RotaDesk, address: string): Promise<Response> {
  return answerCalendar(service, { file: address.split("/").at(-1) ?? "", now: rotaNow });
}

async function eventsAt(desk: RotaDesk, address: string): Promise<string[]> {
  const text = await (await fetchCalendar(desk, address)).text();
  return text.split("\r\n").filter((line) => line.startsWith("DTSTART"));
}
