import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { chooseAlert } from "@/server/domain/alert/choose-alert";
import { groupCrew, type CrewMember } from "@/server/domain/lookup/hand-over/group-crew";
import {
  addresseeLine,
  handingLine,
  type Addressee,
  type CardNotice,
  type Handing,
} from "@/server/domain/lookup/hand-over/handed-in-words";
import { noticeWords } from "@/server/domain/push/notice-words";
import { CallSign, callSignKey } from "@/server/vocabulary/call-sign";
import {
  AlertId,
  CardHandoverId,
  CareSettingId,
  IncidentId,
  PersonId,
  RequestId,
} from "@/server/vocabulary/ids";
import { CardToHand } from "@/server/vocabulary/handed-card";
import { parseNextPath } from "@/server/vocabulary/next-path";

const at = (minutes: number) => new Date(Date.parse("2026-11-23T21:14:00Z") + minutes * 60_000);

const callSigns = [
  ["EM401", "EM401"],
  [" em401 ", "EM401"],
  ["em  401", "EM 401"],
  ["A-12", "A-12"],
  ["7Q", "7Q"],
] as const;
for (const [typed, callSign] of callSigns) {
  test(`“${typed}” is the call sign ${callSign}`, () => {
    expect(CallSign.parse(typed)).toBe(callSign);
  });
}

for (const typed of [
  "",
  "7",
  "ROBIN",
  "EM401EM401EM4",
  "EM/401",
  "9990000018",
  "999 000 0018",
  "-401",
  "EM401;",
]) {
  test(`“${typed}” is no call sign: short, with a digit, and never a name or an NHS number`, () => {
    expect(CallSign.safeParse(typed).success).toBe(false);
  });
}

test("a card is handed to a vehicle or to a person, never to both at once", () => {
  const [requestId, lookupId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const isTaken = (to: object) => CardToHand.safeParse({ requestId, lookupId, to }).success;

  expect([{ callSign: "EM401" }, { personId }].map(isTaken)).toEqual([true, true]);
  expect([{}, { callSign: "EM401", personId }, { callSign: "Robin" }].map(isTaken)).toEqual([
    false,
    false,
    false,
  ]);
  expect(RequestId.safeParse(requestId).success).toBe(true);
});

test("one vehicle is one, however its call sign is spaced", () => {
  expect(new Set(["EM401", "EM 401", "em-401"].map(callSignKey)).size).toBe(1);
});

const member = (name: string, callSign: string | null, phones: number): CrewMember => ({
  personId: PersonId.parse(randomUUID()),
  name,
  callSign,
  phones,
});
const atWork = [
  member("Priya Nair", "EM401", 1),
  member("Jo Parry", "EM 401", 0),
  member("Sam Nairn", "EM4011", 2),
  member("Alex Em", null, 1),
];

const searches = [
  { text: "em401", vehicles: ["EM401: 2, 1", "EM4011: 1, 1"], people: [] },
  { text: "EM 4011", vehicles: ["EM4011: 1, 1"], people: [] },
  { text: "nai", vehicles: [], people: ["Priya Nair", "Sam Nairn"] },
  { text: "PARRY", vehicles: [], people: ["Jo Parry"] },
  { text: "na", vehicles: [], people: [] },
  { text: "em", vehicles: ["EM401: 2, 1", "EM4011: 1, 1"], people: [] },
  { text: "EM9", vehicles: [], people: [] },
] as const;
for (const { text, vehicles, people } of searches) {
  test(`“${text}” finds the vehicles [${vehicles.join("; ")}] and the people [${people.join(", ")}]`, () => {
    const found = groupCrew(atWork, text);

    expect(found.vehicles.map((one) => `${one.callSign}: ${one.names.length}, ${one.withPhone}`)).toEqual(
      vehicles,
    );
    expect(found.people.map(({ name }) => name)).toEqual(people);
    expect(found.isMore).toBe(false);
  });
}

test("what finds more than eight says so, and is no list to browse in", () => {
  const many = Array.from({ length: 9 }, (_, place) => member(`Nair ${place}`, `EM40${place}`, 1));

  expect(groupCrew(many, "EM4")).toMatchObject({ isMore: true });
  expect(groupCrew(many, "EM4").vehicles).toHaveLength(8);
  expect(groupCrew(many, "nair").people).toHaveLength(8);
});

const notice = (milestones: Partial<CardNotice> = {}): CardNotice => ({
  acceptedAt: null,
  shownAt: null,
  failedAt: null,
  expiredAt: null,
  ...milestones,
});
const priya = (facts: Partial<Addressee> = {}): Addressee => ({
  name: "Priya Nair",
  phones: 1,
  openedAt: null,
  notices: [],
  ...facts,
});
const handing = (facts: Partial<Handing> = {}): Handing => ({
  callSign: "EM401",
  handedAt: at(0),
  endsAt: at(720),
  withdrawnAt: null,
  people: [priya()],
  ...facts,
});

const withdrawn = { withdrawnAt: at(4) };
const waits = { withdrawnAt: null };
const people = {
  "a job that has not run": [priya(), waits, "being told."],
  "a push that was taken up": [
    priya({ notices: [notice({ acceptedAt: at(1) })] }),
    waits,
    "sent to their phone at 21:15, not shown yet.",
  ],
  "one phone that failed and one that shows it": [
    priya({ notices: [notice({ failedAt: at(1) }), notice({ acceptedAt: at(1), shownAt: at(2) })] }),
    waits,
    "shown on their phone at 21:16, not opened yet.",
  ],
  "a push that failed": [
    priya({ notices: [notice({ failedAt: at(1) })] }),
    waits,
    "their phone could not be told. Ring or radio them.",
  ],
  "a push that nothing showed in its time": [
    priya({ notices: [notice({ acceptedAt: at(1), expiredAt: at(1) })] }),
    waits,
    "their phone could not be told. Ring or radio them.",
  ],
  "no phone": [priya({ phones: 0 }), waits, "has no phone that can be told. Ring or radio them."],
  "no phone, and opened all the same": [priya({ phones: 0, openedAt: at(3) }), waits, "opened it at 21:17."],
  "opened before it was taken back": [priya({ openedAt: at(3) }), withdrawn, "opened it at 21:17."],
  "shown before it was taken back": [
    priya({ notices: [notice({ shownAt: at(2) })] }),
    withdrawn,
    "had not opened it.",
  ],
} as const satisfies Record<string, readonly [Addressee, Pick<Handing, "withdrawnAt">, string]>;
for (const [what, [person, whole, words]] of Object.entries(people)) {
  test(`of a person with ${what} control reads: ${words}`, () => {
    expect(addresseeLine(person, whole)).toBe(`Priya Nair: ${words}`);
  });
}

const jo = priya({ name: "Jo Parry", phones: 0 });
const cards = [
  [handing(), "waiting", "Handed to EM401 (1 person) at 21:14. Nobody has opened it yet."],
  [
    handing({ callSign: null, people: [priya({ openedAt: at(3) })] }),
    "done",
    "Handed to Priya Nair at 21:14. Opened at 21:17.",
  ],
  [
    handing({ people: [priya({ openedAt: at(3) }), jo] }),
    "done",
    "Handed to EM401 (2 people) at 21:14. Opened by 1 of 2.",
  ],
  [
    handing({ people: [priya({ openedAt: at(3) }), priya({ openedAt: at(4) })] }),
    "done",
    "Handed to EM401 (2 people) at 21:14. Opened by all of them.",
  ],
  [
    handing({ people: [jo] }),
    "problem",
    "Handed to EM401 (1 person) at 21:14. No phone of theirs can be told. Ring or radio them: the card waits in Lantern, under Check.",
  ],
  [
    handing({ people: [jo, priya()] }),
    "waiting",
    "Handed to EM401 (2 people) at 21:14. Nobody has opened it yet.",
  ],
  [
    handing({ endsAt: at(10) }),
    "problem",
    "Handed to EM401 (1 person) at 21:14. Nobody opened it, and it is no longer waiting.",
  ],
  [
    handing(withdrawn),
    "done",
    "Handed to EM401 (1 person) at 21:14. Taken back at 21:18. Nobody had opened it.",
  ],
  [
    handing({ ...withdrawn, people: [priya({ openedAt: at(3) }), jo] }),
    "done",
    "Handed to EM401 (2 people) at 21:14. Taken back at 21:18. 1 had opened it.",
  ],
] as const;
for (const [whole, tone, line] of cards) {
  test(`of a card control reads: ${line}`, () => {
    expect(handingLine(whole, at(20))).toEqual({ tone, line });
  });
}

test("a card that was handed on joins the alert of its call without news of a setting, which a crew's own look is", () => {
  const incidentId = IncidentId.parse(randomUUID());
  const alertId = AlertId.parse(randomUUID());
  const careSettingIds = [CareSettingId.parse(randomUUID())];
  const open = [{ alertId, raisedAt: at(0), careSettingIds, incidentIds: [incidentId] }];
  const look = { careSettingId: CareSettingId.parse(randomUUID()), incidentId, now: at(5) };

  expect(chooseAlert(open, { ...look, isHandedOn: true })).toEqual({
    kind: "fold",
    alertId,
    look: "viewed-again",
  });
  expect(chooseAlert(open, look)).toEqual({ kind: "fold", alertId, look: "new-setting" });
  expect(chooseAlert([], { ...look, isHandedOn: true })).toEqual({ kind: "new" });
});

test("the notice of a card says that one is waiting, and leads to the same page for everybody", () => {
  const cardHandoverId = CardHandoverId.parse(randomUUID());
  const about = {
    purpose: "card",
    alertId: null,
    reference: null,
    isDrill: false,
    isOperator: false,
  } as const;

  const words = noticeWords({ ...about, cardHandoverId });

  expect(words).toEqual({
    body: "A card is waiting for you.",
    path: "/check/handed",
    tag: `card-${cardHandoverId}`,
  });
  expect(parseNextPath(words.path)).toBe(words.path);
});
