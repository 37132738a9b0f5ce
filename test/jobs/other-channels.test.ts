import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { keepContact, type NewContact } from "@/server/domain/push/keep-contact";
import { listDevices } from "@/server/domain/push/list-devices";
import { recordTextReport } from "@/server/domain/push/record-text-report";
import { testDevice } from "@/server/domain/push/test-device";
import { systemActor } from "@/server/vocabulary/actor";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";

let lastDigits = 0;

/** A number of the range for fiction that no other test has, as people write it and as it is dialled. */
function makeTelephone() {
  lastDigits += 1;
  const tail = String(lastDigits).padStart(3, "0");
  return { written: `07700 900${tail}`, dialled: `+447700900${tail}` };
}

function addContact(story: AlertStory, { actor }: DutyPerson, contact: NewContact) {
  const { DEVICE_KEY: deviceKey } = story.service.configuration;
  return story.does(actor, -10, (work) => keepContact(work, contact, { deviceKey }));
}

test("when no phone has shown it after 45 seconds a text follows, and e-mail after 45 more", async ({
  story,
  notify,
  mail,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const telephone = makeTelephone();
  await addContact(story, amira, { channel: "text", address: telephone.written });
  await addContact(story, amira, { channel: "email", address: "Amira@leeds.example" });
  const textsOf = () => notify.taken.filter((text) => text.telephone === telephone.dialled);

  const alert = await story.crewAsks();
  await story.passTimeTo(0.74);
  const before = textsOf().length;
  await story.passTimeTo(1.5);

  expect(before).toBe(0);
  expect(textsOf()).toMatchObject([
    {
      words: `An alert is waiting. Reference ${alert.reference}.`,
      link: `http://localhost:3000/duty/alerts/${alert.alertId}`,
    },
  ]);
  const letter = mail.taken.find(({ raw }) => raw.includes(alert.reference));
  expect(letter?.to).toEqual(["amira@leeds.example"]);
  expect(letter?.raw).not.toContain("9990");
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "not-shown Amira Hassan 1",
    "not-shown Amira Hassan 1",
  ]);
});

test("a text message that reached the telephone is not followed by another", async ({ story, notify }) => {
  const amira = await story.onCall("Amira Hassan", { phones: 0 });
  const telephone = makeTelephone();
  await addContact(story, amira, { channel: "text", address: telephone.written });

  await story.crewAsks();
  await story.passTimeTo(0);
  const [text] = notify.taken.filter((one) => one.telephone === telephone.dialled);
  await report(story, text?.reference ?? "", "delivered");
  await story.passTimeTo(4);

  expect(notify.taken.filter((one) => one.telephone === telephone.dialled)).toHaveLength(1);
  expect(await story.world.sql("select shown_at is not null as is_shown from notice")).toEqual([
    { is_shown: true },
  ]);
});

test("a text that the telephone never got moves the ladder on, with the reason on record", async ({
  story,
  notify,
}) => {
  const amira = await story.onCall("Amira Hassan", { phones: 0 });
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const telephone = makeTelephone();
  await addContact(story, amira, { channel: "text", address: telephone.written });
  await story.crewAsks();
  await story.passTimeTo(0);

  const [text] = notify.taken.filter((one) => one.telephone === telephone.dialled);
  await report(story, text?.reference ?? "", "permanent-failure");
  await story.passTimeTo(1);

  expect(story.pushesTo(ben)).toHaveLength(1);
  expect(await story.world.sql("select note from alert_event where kind = 'notice-failed'")).toEqual([
    { note: "The telephone number takes no text messages." },
  ]);
});

for (const [title, fault, tries] of [
  ["429 is asked again when it said", { status: 429, error: "RateLimitError", retryAfter: "20" }, 2],
  ["500 is tried again", { status: 500, error: "Exception" }, 2],
  ["400 is not", { status: 400, error: "BadRequestError" }, 1],
  ["silence is tried again", "hang", 2],
] as const) {
  test(`a text message service that answers with a fault: ${title}`, async ({ story, notify }) => {
    const amira = await story.onCall("Amira Hassan", { phones: 0 });
    await addContact(story, amira, { channel: "text", address: makeTelephone().written });
    notify.failWith(fault);

    await story.crewAsks();
    await story.passTimeTo(0.5);

    const [notice] = await story.world.sql(
      "select accepted_at is not null as is_accepted, failed_at is not null as has_failed from notice",
    );
    expect(notice).toEqual({ is_accepted: tries === 2, has_failed: tries === 1 });
  });
}

for (const [code, state] of [
  [451, { is_accepted: true, has_failed: false }],
  [550, { is_accepted: false, has_failed: true }],
] as const) {
  test(`a mail server that answers ${String(code)} is understood`, async ({ story, mail }) => {
    const amira = await story.onCall("Amira Hassan", { phones: 0 });
    await addContact(story, amira, { channel: "email", address: `amira${String(code)}@leeds.example` });
    mail.failWith(code);

    await story.crewAsks();
    await story.passTimeTo(0.5);

    expect(
      await story.world.sql(
        "select accepted_at is not null as is_accepted, failed_at is not null as has_failed from notice",
      ),
    ).toEqual([state]);
  });
}

test("a test of one's own device goes the way of alerts, is proven by arriving, and is not endless", async ({
  story,
  notify,
}) => {
  const amira = await story.onCall("Amira Hassan", { phones: 0 });
  const telephone = makeTelephone();
  const deviceId = await addContact(story, amira, { channel: "text", address: telephone.written });
  const tryIt = (minutes: number) => story.does(amira.actor, minutes, (work) => testDevice(work, deviceId));

  await tryIt(0);
  await story.passTimeTo(0);
  const sent = await story.does(amira.actor, 0, listDevices);
  await report(story, notify.taken.at(-1)?.reference ?? "", "delivered");
  const arrived = await story.does(amira.actor, 1, listDevices);
  for (const minutes of [1, 2, 3, 4, 5]) await tryIt(minutes);

  expect(sent).toMatchObject([
    { channel: "text", hint: `ends in ${telephone.dialled.slice(-3)}`, testState: "accepted" },
  ]);
  expect(arrived).toMatchObject([{ testState: "shown", lastShownAt: story.at(1) }]);
  await expect(tryIt(6)).rejects.toThrow("sixth test within an hour");
});

test("what is no number and no address is refused with an example", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan", { phones: 0 });

  await expect(addContact(story, amira, { channel: "text", address: "0113 496 0000" })).rejects.toThrow(
    "Write a British mobile number",
  );
  await expect(addContact(story, amira, { channel: "email", address: "amira at leeds" })).rejects.toThrow(
    "Write an e-mail address",
  );
});

/** GOV.UK Notify reports a minute after the beginning. */
function report({ service, at }: AlertStory, reference: string, status: string): Promise<void> {
  return withWork(service.database, { actor: systemActor("push-receipts"), now: at(1) }, (work) =>
    recordTextReport(work, { reference, status }),
  );
}
