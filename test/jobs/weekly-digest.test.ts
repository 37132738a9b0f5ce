import { expect } from "@playwright/test";
import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { digestWeek, nextDigestDay } from "@/server/domain/digest/digest-week";
import { beginDigest } from "@/server/domain/digest/mark-digest";
import { readDigest } from "@/server/domain/digest/read-digest";
import { stopDigest } from "@/server/domain/digest/stop-digest";
import { readFigures } from "@/server/domain/insight/read-figures";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { WeeklyDigestId } from "@/server/vocabulary/ids";
import type { AlertStory } from "@/test/support/alert-story";
import { countFigures } from "@/test/support/count-figures";
import { later, mondayAtEight, test } from "@/test/support/digest-story";
import { makePast } from "@/test/support/make-past";

const moments = [
  ["2026-11-30T07:59:59Z", undefined, "2026-11-30"],
  ["2026-11-30T08:00:00Z", "2026-11-23 to 2026-11-29", "2026-12-07"],
  ["2026-11-30T23:59:59Z", "2026-11-23 to 2026-11-29", "2026-12-07"],
  ["2026-12-01T00:00:00Z", undefined, "2026-12-07"],
  // Summer time: eight in London is seven elsewhere.
  ["2026-06-01T06:59:59Z", undefined, "2026-06-01"],
  ["2026-06-01T07:00:00Z", "2026-05-25 to 2026-05-31", "2026-06-08"],
  // The night after which the clocks go back is in the week that is told of.
  ["2026-10-26T08:00:00Z", "2026-10-19 to 2026-10-25", "2026-11-02"],
  ["2026-10-25T23:30:00Z", undefined, "2026-10-26"],
] as const;
for (const [instant, week, next] of moments) {
  test(`at ${instant} the week to be sent is ${week ?? "none"}, and who asks is first written to on ${next}`, () => {
    const now = new Date(instant);
    const found = digestWeek(now);

    expect(found && `${found.from} to ${found.to}`).toBe(week);
    expect(nextDigestDay(now)).toBe(next);
  });
}

const week = { from: "2026-11-23", to: "2026-11-29" };

/** The letter has the figures that the page would show this person, and nothing besides. */
async function expectFiguresOfPage({ service }: AlertStory, actor: PersonActor, letter = ""): Promise<void> {
  const occasion = { actor, now: mondayAtEight };
  const { total } = await withWork(service.database, occasion, (work) => readFigures(work, week));
  expect(total.raised).toBeGreaterThan(5);
  expect(letter).toContain(`\nAlerts raised: ${String(total.raised)}\n`);
  expect(letter).toContain(`\nLookups: ${String(total.lookups)}\n`);
  expect(letter).toContain("http://localhost:3000/insight?from=2026-11-23&to=2026-11-29");
  expect(letter).toContain("http://localhost:3000/insight/digest");
  expect(letter).not.toMatch(/: [1-4]\n/);
  expect(letter).not.toMatch(/Secret|999\d{7}|Ambulance\n|Control room/);
}

test("each kind of manager who asked is sent the figures of the page once, on Monday at eight, without a name", async ({
  story,
  digests: { asks, passes, mailTo, does, outcomes },
}) => {
  const { world, service } = story;
  const [from, to] = [new Date("2026-11-22T22:00:00Z"), new Date("2026-11-30T06:00:00Z")];
  const past = await makePast({ seed: 20261130, worlds: [world], from, to, count: 90 });
  await countFigures(service.database, mondayAtEight);
  const [a, h, o] = ["a@testshire.example", "h@testshire.example", "o@lantern.example"] as const;
  const people = [
    [a, await asks("authority-manager", a)],
    [h, await asks("health-manager", h)],
    [o, await asks("operator", o)],
  ] as const;
  await passes(later(-1));
  expect(mailTo(a)).toEqual([]);

  for (const minutes of [0, 5, 600]) await passes(later(minutes));
  for (const [address, actor] of people) {
    const letters = mailTo(address);
    expect(letters).toHaveLength(1);
    await expectFiguresOfPage(story, actor, letters[0]);
    for (const { nhsNumber } of past.lookups) expect(letters[0]).not.toContain(nhsNumber);
  }
  expect(mailTo(h)[0]).toContain("Could not check: ");
  expect(mailTo(a)[0]).not.toContain("None held");
  expect(await outcomes()).toEqual([
    { hint: "a•••@testshire.example", outcome: "sent" },
    { hint: "h•••@testshire.example", outcome: "sent" },
    { hint: "o•••@lantern.example", outcome: "sent" },
  ]);

  await does(people[2][1], later(700), stopDigest);
  await passes(new Date("2026-12-07T08:00:00Z"));
  expect([mailTo(h).length, mailTo(o).length]).toEqual([2, 1]);
  const kept = await world.sql("select sealed_address from weekly_digest where hint like 'o%'");
  expect(kept).toEqual([{ sealed_address: null }]);
});

test("nothing is sent to who lost the role, asked after eight, or stopped between eight and the sending", async ({
  story: { world, service },
  digests: { asks, passes, mailTo, does, outcomes },
}) => {
  const gone = await asks("authority-manager", "gone@testshire.example");
  await world.sql("delete from role_assignment where person_id = $1", [gone.personId]);
  const away = await asks("health-manager", "away@testshire.example");
  await world.sql("update role_assignment set last_claimed_at = $2 where person_id = $1", [
    away.personId,
    new Date("2026-10-25T12:00:00Z"),
  ]);
  await asks("operator", "late@lantern.example", later(1));
  const stopped = await asks("authority-manager", "stopped@testshire.example");
  await does(stopped, later(0), stopDigest);
  await passes(later(2));

  for (const name of ["gone@testshire", "away@testshire", "late@lantern", "stopped@testshire"]) {
    expect(mailTo(`${name}.example`)).toEqual([]);
  }
  expect(await outcomes()).toEqual([
    { hint: "a•••@testshire.example", outcome: "no-role" },
    { hint: "g•••@testshire.example", outcome: "no-role" },
    { hint: "l•••@lantern.example", outcome: null },
    { hint: "s•••@testshire.example", outcome: null },
  ]);
  // One's own row, and nobody else's.
  const rows = await withWork(service.database, { actor: away, now: later(3) }, ({ tx }) =>
    tx.weeklyDigest.count(),
  );
  expect(rows).toBe(1);
  const own = await withWork(service.database, { actor: away, now: later(3) }, readDigest);
  expect(own).toMatchObject({
    hint: "a•••@testshire.example",
    newest: { outcome: "no-role" },
    next: "2026-12-07",
  });
});

test("a worker that is killed, and a mail server that is busy, lead to one e-mail and never to two", async ({
  story: { world, service },
  mail,
  digests: { asks, passes, mailTo, outcomes },
}) => {
  await asks("operator", "busy@lantern.example");
  mail.failWith(451);
  await passes(mondayAtEight);
  expect(mailTo("busy@lantern.example")).toEqual([]);
  await passes(later(6));
  expect(mailTo("busy@lantern.example")).toHaveLength(1);

  // Killed with the job in its hands, before it began to send.
  await asks("health-manager", "early@testshire.example");
  const occasion = { actor: systemActor("worker"), now: later(12) };
  const entries = timetable.filter(({ job }) => job.kind === "plan-digests");
  await withWork(service.database, occasion, (work) => beginTurns(work, entries));
  await runDueJobs(service, later(12), "prompt");
  const claim = { worker: "killed", limit: 1, leaseMilliseconds: 10_000, lane: "sends" as const };
  expect(await withWork(service.database, occasion, (work) => claimJobs(work, claim))).toHaveLength(1);
  await passes(later(20));
  expect(mailTo("early@testshire.example")).toHaveLength(1);

  // Killed after it began: nobody can know whether the mail server has it.
  await asks("authority-manager", "half@testshire.example");
  const [row] = await world.sql("select id from weekly_digest where hint like 'h%'");
  const digest = { digestId: WeeklyDigestId.parse(row?.["id"]), monday: "2026-11-30" };
  await world.sql(`insert into outbox (kind, job, unique_key, due_at) values ('send-digest', $1, $2, $3)`, [
    JSON.stringify({ kind: "send-digest", ...digest }),
    `digest:${digest.digestId}`,
    later(25),
  ]);
  const begins = () =>
    withWork(service.database, { ...occasion, now: later(25) }, (work) => beginDigest(work, digest));
  expect([await begins(), await begins()]).toEqual([true, false]);
  await passes(later(30));
  expect(mailTo("half@testshire.example")).toEqual([]);
  expect(await outcomes()).toEqual([
    { hint: "b•••@lantern.example", outcome: "sent" },
    { hint: "e•••@testshire.example", outcome: "sent" },
    { hint: "h•••@testshire.example", outcome: "not-known" },
  ]);
});
