import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { progressOf } from "@/server/domain/alert/alert-progress";
import { acceptAlerts } from "@/server/domain/alert/hold/accept-alerts";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { declineAlert } from "@/server/domain/alert/hold/decline-alert";
import { handOverAlerts } from "@/server/domain/alert/hold/hand-over-alerts";
import { promiseCallBack } from "@/server/domain/alert/hold/promise-call-back";
import { reopenAlert } from "@/server/domain/alert/hold/reopen-alert";
import { markMessages } from "@/server/domain/alert/messages/mark-messages";
import { readMessages } from "@/server/domain/alert/messages/read-messages";
import { sendMessage } from "@/server/domain/alert/messages/send-message";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { RequestId } from "@/server/vocabulary/ids";
import { test } from "@/test/support/alert-story";
import { PushMessage } from "@/test/support/read-push-message";

test("“not me” tells the next person at once, and said twice it moves nothing twice", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  await story.does(amira.actor, 0.5, (work) => declineAlert(work, alert.alertId));
  await story.does(amira.actor, 0.5, (work) => declineAlert(work, alert.alertId));
  await story.passTimeTo(0.5);

  expect(story.pushesTo(ben)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "declined Amira Hassan",
    "escalated 2",
    "notified Ben Okafor 2",
  ]);
});

test("a late “not me” of an earlier rung leaves the person whose turn it is their time, and the reason too", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(5);

  await story.does(amira.actor, 5.2, (work) => declineAlert(work, alert.alertId));
  await story.passTimeTo(5.2);
  const events = await story.does(amira.actor, 5.3, (work) => readAlertEvents(work, [alert.alertId]));
  await story.passTimeTo(9.9);

  expect(progressOf(events).reasonWaiting).toBe("Sent to Ben Okafor at 21:15. No phone has shown it yet.");
  expect((await story.eventsOf(alert)).slice(-3)).toEqual([
    "notified Ben Okafor 2",
    "declined Amira Hassan",
    "not-shown Ben Okafor 2",
  ]);
});

test("who said “not me” before they were told can say it again once they are, and the next step is taken at once", async ({
  story,
}) => {
  await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(0);
  await story.does(ben.actor, 0.1, (work) => declineAlert(work, alert.alertId));
  await story.passTimeTo(5);

  await story.does(ben.actor, 5.1, (work) => declineAlert(work, alert.alertId));
  await story.passTimeTo(5.1);

  expect((await story.eventsOf(alert)).slice(-5)).toEqual([
    "escalated 2",
    "notified Ben Okafor 2",
    "declined Ben Okafor",
    "unreached",
    "nobody-alarmed",
  ]);
});

test("whoever is handed an alert is told, and it is the first one's until it is accepted", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.takes(amira, alert, 1);

  await story.does(amira.actor, 2, (work) =>
    handOverAlerts(work, { alertIds: [alert.alertId], toPersonId: ben.actor.personId }),
  );
  await story.passTimeTo(2);
  const between = await story.crewReads(alert, 2);
  await story.does(ben.actor, 3, (work) => acceptAlerts(work, [alert.alertId]));

  expect(PushMessage.parse(story.pushesTo(ben)[0]?.message).notification.body).toBe(
    `An alert is handed to you. Reference ${alert.reference}.`,
  );
  expect(between).toBe("Taken by Amira Hassan at 21:11.");
  expect(await story.crewReads(alert, 3)).toBe("Taken by Ben Okafor at 21:13.");
  await expect(
    story.does(amira.actor, 4, (work) => closeAlert(work, { alertId: alert.alertId, outcome: "no-concern" })),
  ).rejects.toThrow("Ben Okafor has it. Take it over first.");
});

test("an alert cannot be handed to somebody who is no duty social worker here, and nothing is half done", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const manager = await story.member("authority-manager", "Morgan Manager");
  const alert = await story.crewAsks();
  await story.takes(amira, alert, 1);

  const handOver = { alertIds: [alert.alertId], toPersonId: manager.actor.personId };

  await expect(story.does(amira.actor, 2, (work) => handOverAlerts(work, handOver))).rejects.toThrow(
    "Choose a colleague",
  );
  expect(await story.eventsOf(alert)).not.toContain("offered Amira Hassan");
});

test("the crew reads until when they are rung back, and how it ended", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const { alertId, ...alert } = await story.crewAsks();
  await story.takes(amira, { alertId, ...alert }, 1);

  await story.does(amira.actor, 2, (work) => promiseCallBack(work, { alertId, minutes: 20 }));
  const promised = await story.crewReads({ alertId, ...alert }, 2);
  await story.does(amira.actor, 9, (work) => closeAlert(work, { alertId, outcome: "sought-help-promptly" }));

  expect(promised).toBe("Taken by Amira Hassan at 21:11. They ring you back by 21:32.");
  expect(await story.crewReads({ alertId, ...alert }, 9)).toBe(
    "Closed by Amira Hassan at 21:19: help was sought promptly.",
  );
});

test("“action taken” needs a line of what; a closed alert is opened again by name", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const { alertId, ...alert } = await story.crewAsks();
  await story.takes(amira, { alertId, ...alert }, 1);
  const close = (detail?: string) =>
    story.does(amira.actor, 2, (work) =>
      closeAlert(work, { alertId, outcome: "action-taken", ...(detail && { detail }) }),
    );

  await expect(close()).rejects.toThrow("Write in a line what you did");
  await close("Strategy meeting at nine.");
  await story.does(amira.actor, 3, (work) => reopenAlert(work, alertId));

  const events = await story.does(amira.actor, 3, (work) => readAlertEvents(work, [alertId]));
  expect(progressOf(events)).toMatchObject({ stage: "taken", takenBy: "Amira Hassan" });
  expect(events.map(({ kind }) => kind)).toEqual(["raised", "acknowledged", "closed", "reopened"]);
});

test("a message reaches whoever has the alert, once although it is sent twice, and both sides see it read", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const { alertId, ...alert } = await story.crewAsks();
  await story.takes(amira, { alertId, ...alert }, 1);
  const message = { alertId, requestId: RequestId.parse(randomUUID()), body: "We leave in ten minutes." };

  await story.does(story.crew, 2, (work) => sendMessage(work, message));
  await story.does(story.crew, 2, (work) => sendMessage(work, message));
  await story.passTimeTo(2);
  await story.does(amira.actor, 3, (work) => markMessages(work, { alertId, milestone: "delivered" }));
  await story.does(amira.actor, 4, (work) => markMessages(work, { alertId, milestone: "read" }));

  const bodies = story.pushesTo(amira).map(({ message }) => PushMessage.parse(message).notification.body);
  expect(bodies).toEqual([`A message is waiting. Reference ${alert.reference}.`]);
  expect(await story.does(story.crew, 4, (work) => readMessages(work, [alertId]))).toMatchObject([
    {
      side: "crew",
      isOwn: true,
      body: "We leave in ten minutes.",
      deliveredAt: story.at(3),
      readAt: story.at(4),
    },
  ]);
});
