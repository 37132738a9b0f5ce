import { expect } from "@playwright/test";
import { test } from "@/test/support/alert-story";

for (const status of [404, 410]) {
  test(`a push service that answers ${status} retires the phone, and the next person is told at once`, async ({
    story,
  }) => {
    const amira = await story.onCall("Amira Hassan");
    const ben = await story.onCall("Ben Okafor", { rung: 2 });
    story.push.answerWith(amira.phones[0]?.endpoint ?? "", { status });

    const alert = await story.crewAsks();
    await story.passTimeTo(0);

    expect(story.pushesTo(ben)).toHaveLength(1);
    expect(await story.eventsOf(alert)).toEqual([
      "raised",
      "notified Amira Hassan 1",
      "notice-failed Amira Hassan",
      "nobody-reachable 1",
      "escalated 2",
      "notified Ben Okafor 2",
    ]);
    expect(await story.world.sql("select retired_by from device where retired_at is not null")).toEqual([
      { retired_by: "gone" },
    ]);
  });
}

for (const status of [400, 413]) {
  test(`a push service that answers ${status} fails the push, and the phone stays`, async ({ story }) => {
    const amira = await story.onCall("Amira Hassan");
    story.push.answerWith(amira.phones[0]?.endpoint ?? "", { status });

    const alert = await story.crewAsks();
    await story.passTimeTo(0);

    expect(await story.eventsOf(alert)).toContain("notice-failed Amira Hassan");
    expect(await story.crewReads(alert, 0)).toBe("Nobody has taken it. Ring 01632 960200.");
    expect(await story.world.sql("select 1 from device where retired_at is not null")).toEqual([]);
    expect(await story.world.sql("select last_status_code from notice")).toEqual([
      { last_status_code: status },
    ]);
  });
}

test("of two phones the second is enough: one that is gone does not move the ladder", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan", { phones: 2 });
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", { status: 410 });

  await story.crewAsks();
  await story.passTimeTo(4);

  expect(story.pushesTo(amira)).toHaveLength(2);
  expect(story.pushesTo(ben)).toEqual([]);
});

test("a push service that is busy is asked again when it said, and not before", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", { status: 429, retryAfter: "90" }, { status: 201 });

  const alert = await story.crewAsks();
  await story.passTimeTo(1.49);
  const before = story.pushesTo(amira).length;
  await story.passTimeTo(1.5);

  expect(before).toBe(1);
  expect(story.pushesTo(amira).map(({ answer }) => answer)).toEqual([
    { status: 429, retryAfter: "90" },
    { status: 201 },
  ]);
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "not-shown Amira Hassan 1",
  ]);
});

test("a push service that asks for more time than the rung has is not waited for", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", { status: 429, retryAfter: "3600" });

  await story.crewAsks();
  await story.passTimeTo(0);

  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(story.pushesTo(ben)).toHaveLength(1);
});

test("a push service that breaks is tried again, later each time, until it recovers", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const broken = { status: 500 };
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", broken, broken, broken, { status: 201 });

  await story.crewAsks();
  await story.passTimeTo(1);

  expect(story.pushesTo(amira).map(({ answer }) => answer)).toEqual([
    broken,
    broken,
    broken,
    { status: 201 },
  ]);
  expect(await story.world.sql("select accepted_at from notice")).toEqual([
    { accepted_at: story.at((2 + 5 + 10) / 60) },
  ]);
});

test("a push service that hangs is tried until the rung's time is over, then the next person is told", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", "hang");

  const alert = await story.crewAsks();
  await story.passTimeTo(5);

  expect(story.pushesTo(amira).length).toBeGreaterThan(3);
  expect(story.pushesTo(ben)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toContain("notice-failed Amira Hassan");
  expect(
    await story.world.sql("select 1 from notice where failed_at is null and accepted_at is null"),
  ).toEqual([]);
});

test("what is sent again carries the same topic and tag, so that the phone shows it once", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", "reset", { status: 201 });

  const alert = await story.crewAsks();
  await story.passTimeTo(1);

  const [first, second] = story.pushesTo(amira);
  expect(story.pushesTo(amira)).toHaveLength(2);
  expect(second).toMatchObject({ topic: first?.topic, message: first?.message });
  expect(second?.message).toMatchObject({ notification: { tag: alert.alertId } });
});

test("nothing is sent for an alert that was taken while the push waited", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();

  await story.takes(amira, alert, 0);
  await story.passTimeTo(30);

  expect(story.pushesTo(amira)).toEqual([]);
  expect(await story.world.sql("select 1 from outbox")).toEqual([]);
});
