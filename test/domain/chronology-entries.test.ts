import { expect, test } from "@playwright/test";
import { entriesOf } from "@/server/domain/chronology/entries-of";
import type { EventFact } from "@/server/domain/chronology/facts";
import {
  alertId,
  entryOf,
  event,
  firstLook,
  linesOf,
  look,
  minute,
  secondLook,
} from "@/test/support/chronology-facts";

const sentences: readonly (readonly [event: EventFact, line: string])[] = [
  [event("acknowledged", 4), "Taken by Amira Hassan, 4 minutes after the alert was raised."],
  [event("acknowledged", 0.5), "Taken by Amira Hassan, 30 seconds after the alert was raised."],
  [event("acknowledged", 125), "Taken by Amira Hassan, 2 hours 5 minutes after the alert was raised."],
  [event("declined", 1), "Amira Hassan could not take it."],
  [event("offered", 5, { otherPersonName: "Ben Carter" }), "Amira Hassan offered it to Ben Carter."],
  [event("accepted", 6), "Amira Hassan took it over."],
  [
    event("promised", 5, { dueAt: minute(30) }),
    "Amira Hassan promised to ring back by 23 November 2026, 21:40.",
  ],
  [event("reopened", 9), "Opened again by Amira Hassan."],
  [event("child-seen", 2), "Amira Hassan saw the child."],
  [event("not-there", 2), "Amira Hassan said that the child was not there."],
  [
    event("reviewed", 40, { detail: "Burn looked at." }),
    "Senior review, put on record by Amira Hassan. “Burn looked at.”",
  ],
  [event("departed", 50, { outcome: "conveyed" }), "The child was taken to hospital, said Amira Hassan."],
  [event("departed", 50, { outcome: "left-at-home" }), "The child was left at home, said Amira Hassan."],
  [event("departed", 50, { outcome: "discharged" }), "The child was discharged, said Amira Hassan."],
  [event("summary", 60, { detail: "x".repeat(4000) }), `Summary by Amira Hassan. “${"x".repeat(4000)}”`],
  [event("closed", 70, { outcome: "no-concern" }), "Closed by Amira Hassan: no concern."],
  [event("closed", 70, { outcome: "action-taken" }), "Closed by Amira Hassan: action was taken."],
  [event("of-tomorrow", 3), "Also on record: “of-tomorrow”, Amira Hassan."],
];

for (const [fact, line] of sentences) {
  test(`${fact.kind} ${fact.outcome ?? ""} at ${fact.at.toISOString()} is told: ${line.slice(0, 60)}`, () => {
    expect(linesOf(entryOf({ events: [fact] }))).toContain(line);
  });
}

test("an arrival that the place's own system registered says when, and is more than a look", () => {
  const arrival = look({ lookupId: secondLook, at: minute(3), arrivedAt: minute(-5), reason: null });

  expect(entryOf({ looks: [look(), arrival] }).caution).toBe(
    "Registered as arrived by the place’s own system.",
  );
  expect(linesOf(entryOf({ looks: [arrival] }))).toEqual([
    "Sam Rider, crew, London Ambulance Service, registered that the child arrived (23 November 2026, 21:05). Reason: not said.",
  ]);
});

test("a look says where, who and why, and that it is no proof of attendance", () => {
  const entry = entryOf({ looks: [look(), look({ lookupId: secondLook, at: minute(3), reason: null })] });

  expect(entry).toMatchObject({
    reference: "K7M4QP",
    place: "Ambulance, London Ambulance Service",
    caution: "A look at the record, not proof of attendance.",
    conclusion: "Nobody has taken this alert yet.",
  });
  expect(linesOf(entry)).toEqual([
    "Sam Rider, crew, London Ambulance Service, looked at the record. Reason: injury.",
    "Sam Rider, crew, London Ambulance Service, looked at the record. Reason: not said.",
  ]);
});

test("how an alert found somebody is one sentence", () => {
  const events = [
    event("raised", 0, { lookupId: firstLook }),
    event("notified", 0),
    event("shown", 0),
    event("notice-failed", 1),
    event("escalated", 2),
    event("nobody-on-call", 2),
    event("escalated", 2),
    event("notified", 2, { personName: "Ben Carter" }),
    event("unreached", 5),
    event("opened", 6),
  ];

  const [, ladder, ...others] = linesOf(entryOf({ events }));

  expect(ladder).toBe(
    "The alert was sent to Amira Hassan and Ben Carter; there was nobody to tell on 1 rung; a phone did not show it once; it was passed on 2 times; nobody had taken it by 23 November 2026, 21:15 and the crew was told to ring.",
  );
  expect(others).toEqual([]);
});

test("an alert that could be sent to nobody says so", () => {
  const events = [event("nobody-on-call", 0), event("unreached", 0)];

  expect(linesOf(entryOf({ events }))[1]).toBe(
    "There was nobody to whom the alert could be sent; there was nobody to tell on 1 rung; nobody had taken it by 23 November 2026, 21:10 and the crew was told to ring.",
  );
});

test("both sides' messages, the referral and its decision stand in the order of time", () => {
  const message = { alertId, personName: "Sam Rider", side: "crew", body: "We wait." } as const;
  const decided = {
    decision: "section-47",
    decisionNote: "Today.",
    decidedAt: minute(90),
    decidedBy: "Ruth Ellison",
  };
  const referral = {
    alertId,
    reference: "R4C7",
    at: minute(30),
    personName: "Sam Rider",
    organisationName: "London Ambulance Service",
    concern: "A burn.",
    ...decided,
  };

  const entry = entryOf({
    events: [event("acknowledged", 2), event("referred", 30), event("decided", 90)],
    messages: [
      { ...message, at: minute(1) },
      { ...message, at: minute(3), personName: "Amira Hassan", side: "duty", body: "I ring." },
    ],
    referrals: [referral],
  });

  expect(linesOf(entry).slice(1)).toEqual([
    "Sam Rider, for the crew, wrote: “We wait.”",
    "Taken by Amira Hassan, 2 minutes after the alert was raised.",
    "Amira Hassan, on duty, wrote: “I ring.”",
    "Referred by Sam Rider, London Ambulance Service. Referral R4C7. “A burn.”",
    "Decision on referral R4C7 by Ruth Ellison: section 47 enquiry. “Today.”",
  ]);
  expect(entry.conclusion).toBe("Taken, and not closed yet.");
});

const promptly = event("closed", 9, { outcome: "sought-help-promptly" });
const wrongChild = event("closed", 9, { outcome: "wrong-child" });
const takenBack = (lookupId = firstLook) => event("wrong-child", 10, { personName: "Sam Rider", lookupId });
const twoLooks = [look(), look({ lookupId: secondLook, at: minute(3) })];

const standings = [
  ["closed as sought promptly", { events: [promptly] }, { isPositive: true, isRetracted: false }],
  ["opened again since", { events: [promptly, event("reopened", 10)] }, { isPositive: false }],
  [
    "closed otherwise since",
    { events: [promptly, event("reopened", 10), event("closed", 11, { outcome: "no-concern" })] },
    { isPositive: false, conclusion: "Closed: No concern." },
  ],
  ["taken back", { events: [promptly, takenBack()] }, { isPositive: false, isRetracted: true }],
  ["closed as the wrong child", { events: [wrongChild] }, { isPositive: false, isRetracted: true }],
  ["one of two looks taken back", { looks: twoLooks, events: [takenBack()] }, { isRetracted: false }],
  [
    "both looks taken back",
    { looks: twoLooks, events: [takenBack(), takenBack(secondLook)] },
    { isRetracted: true },
  ],
] as const;

for (const [what, facts, standing] of standings) {
  test(`an alert that was ${what} counts as ${JSON.stringify(standing)}`, () => {
    expect(entryOf(facts)).toMatchObject(standing);
  });
}

test("evidence for the family is marked where it was said", () => {
  expect(linesOf(entryOf({ events: [promptly] })).at(-1)).toBe(
    "(positive) Closed by Amira Hassan: help was sought promptly.",
  );
});

test("what was taken back is kept and marked, and the words that take it back are not", () => {
  const seen = event("child-seen", 2, { personName: "Sam Rider", lookupId: firstLook });

  expect(linesOf(entryOf({ looks: twoLooks, events: [seen, takenBack()] }))).toEqual([
    "(retracted) Sam Rider, crew, London Ambulance Service, looked at the record. Reason: injury.",
    "(retracted) Sam Rider saw the child.",
    "Sam Rider, crew, London Ambulance Service, looked at the record. Reason: injury.",
    "Sam Rider took a look back: it was about another child.",
  ]);
});

test("entries are numbered by time, and an attendance without an alert of ours says so", () => {
  const alone = look({ alertId: null, lookupId: secondLook, at: minute(-60) });
  const alerts = [{ alertId, reference: "K7M4QP", raisedAt: minute(0) }];

  const entries = entriesOf({ alerts, looks: [look(), alone], events: [], messages: [], referrals: [] });

  expect(entries.map(({ number, reference, conclusion }) => [number, reference, conclusion])).toEqual([
    [1, null, "Your authority was not alerted about this one."],
    [2, "K7M4QP", "Nobody has taken this alert yet."],
  ]);
});
