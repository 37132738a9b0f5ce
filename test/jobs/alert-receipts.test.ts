import { expect } from "@playwright/test";
import { receiveReceipt } from "@/server/api/receive-receipt";
import { test, type AlertStory } from "@/test/support/alert-story";

test("the crew reads when the phone showed it, when it was opened, and who took it", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  const shown = await report(story, { receipt: story.receiptOf(amira), milestone: "shown" }, 1);
  const lineShown = await story.crewReads(alert, 1);
  const opened = await report(story, { receipt: story.receiptOf(amira), milestone: "opened" }, 2);
  const lineOpened = await story.crewReads(alert, 2);
  await story.takes(amira, alert, 3);

  expect([shown.status, opened.status]).toEqual([204, 204]);
  expect(lineShown).toBe("Shown on the duty phone at 21:11.");
  expect(lineOpened).toBe("Opened on the duty phone at 21:12. Nobody has taken it yet.");
  expect(await story.crewReads(alert, 3)).toBe("Taken by Amira Hassan at 21:13.");
});

test("a receipt that comes twice, or from a second phone of the same person, is one event", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan", { phones: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(0);
  const receipts = story.receiptsOf(amira);

  for (const receipt of [...receipts, ...receipts]) await report(story, { receipt, milestone: "shown" }, 1);

  expect(receipts).toHaveLength(2);
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1", "shown Amira Hassan"]);
  expect(await story.world.sql("select shown_at from notice where shown_at is not null")).toHaveLength(2);
});

test("a forged receipt is refused and changes nothing", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await story.passTimeTo(0);
  const [noticeId = "", signature = ""] = story.receiptOf(amira).split(".");
  const forged = [
    `${noticeId}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`,
    `${alert.alertId}.${signature}`,
    `${noticeId}.`,
    noticeId,
    "",
  ];

  const answers = await Promise.all(
    forged.map((receipt) => report(story, { receipt, milestone: "shown" }, 1)),
  );

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1"]);
});

test("what is no receipt is refused", async ({ story }) => {
  const bodies = [
    {},
    { receipt: 1, milestone: "shown" },
    { receipt: "x", milestone: "read" },
    "x".repeat(2_000),
  ];

  const answers = await Promise.all(bodies.map((body) => report(story, body, 1)));

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});

test("a push that arrived although its service never answered counts as shown", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  story.push.answerWith(amira.phones[0]?.endpoint ?? "", "hang");
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  await report(story, { receipt: story.receiptOf(amira), milestone: "shown" }, 0.1);
  const sent = story.pushesTo(amira).length;
  await story.passTimeTo(4.9);

  expect(story.pushesTo(amira)).toHaveLength(sent);
  expect(story.pushesTo(ben)).toEqual([]);
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1", "shown Amira Hassan"]);
});

function report(story: AlertStory, body: unknown, minutes: number): Promise<Response> {
  const request = new Request("http://localhost:3000/api/push/receipts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return receiveReceipt(story.service, request, story.at(minutes));
}
