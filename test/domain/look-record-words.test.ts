import { expect, test } from "@playwright/test";
import { alertEventKinds, lookKinds } from "@/server/vocabulary/alert-event";
import {
  scopeInWords,
  type Act,
  type Look,
  type LookRecord,
  type Telling,
} from "@/server/vocabulary/look-record";
import { deedInWords, entriesOfRecord, tellingInWords } from "@/server/vocabulary/look-record-words";

const minute = (minutes: number) => new Date(Date.parse("2026-11-23T21:10:00Z") + minutes * 60_000);
const who = { name: "Sam Rider", role: "crew", organisation: "A Trust", setting: "Ambulance" };

function look(changes: Partial<Look> = {}): Look {
  return {
    at: minute(0),
    who,
    mode: "unscheduled",
    reason: "injury",
    numberSource: "scanned",
    isOnCall: true,
    callNumber: "A17",
    answer: "held",
    alerts: [],
    ...changes,
  };
}

function entriesWith(parts: Partial<Pick<LookRecord, "looks" | "alerts" | "acts">>) {
  return entriesOfRecord({
    format: "lantern-look-record-1",
    nhsNumber: "9990000018",
    organisation: { code: "R1", name: "A Trust", kind: "health" },
    openedAt: minute(60),
    openedBy: "Owen Price",
    scope: "",
    looks: [],
    alerts: [],
    acts: [],
    ...parts,
  });
}

const why = [
  [{}, "Unscheduled care. Reason: injury. The number was scanned. Asked on call-out A17."],
  [
    { callNumber: null },
    "Unscheduled care. Reason: injury. The number was scanned. Asked on a call-out without a number.",
  ],
  [
    { reason: null, isOnCall: false, callNumber: null, numberSource: "searched" },
    "Unscheduled care. Reason: not said. The number was found by a search. Asked without a call-out.",
  ],
  [
    { mode: "scheduled", isOnCall: false, callNumber: null, numberSource: "system" },
    "Scheduled care, a silent look. Reason: injury. The number was given by another system. Asked without a call-out.",
  ],
] as const;

for (const [changes, words] of why) {
  test(`why somebody looked is told so: ${words}`, () => {
    const [entry] = entriesWith({ looks: [look(changes)] });

    expect(entry?.lines[1]).toEqual({ heading: "Why", text: words });
  });
}

const nobody = [
  [{ answer: "none-held" }, "Nobody: only an answer of held tells an authority."],
  [{ answer: "could-not-check" }, "Nobody: only an answer of held tells an authority."],
  [{ mode: "scheduled" }, "Nobody: a silent look is recorded and tells nobody."],
  [{}, "No alert of it is in this record."],
] as const;

for (const [changes, words] of nobody) {
  test(`a look of ${JSON.stringify(changes)} without an alert says: ${words}`, () => {
    const [entry] = entriesWith({ looks: [look(changes)] });

    expect(entry?.lines.at(-1)).toEqual({ heading: "Told", text: words });
  });
}

test("an alert of two looks stands under the first, and the second refers to it", () => {
  const alert = {
    reference: "K7M4QP",
    authority: "Leeds",
    raisedAt: minute(0),
    told: [],
    done: [],
    messages: 2,
  };
  const looks = [look({ at: minute(5), alerts: ["K7M4QP"] }), look({ alerts: ["K7M4QP"] })];

  const [first, second] = entriesWith({ looks, alerts: [alert] });

  expect(first?.lines.slice(3).map(({ text }) => text)).toEqual([
    "Alert K7M4QP to the duty team of Leeds, 23 November 2026, 21:10.",
    "2 messages between the two sides, not repeated here.",
  ]);
  expect(second?.lines.slice(3).map(({ text }) => text)).toEqual([
    "Joined alert K7M4QP to Leeds, which stands under an earlier look.",
  ]);
});

test("looks and other acts stand in the order of time", () => {
  const act: Act = { at: minute(2), who, action: "card:read", outcome: "done", detail: null };

  const entries = entriesWith({ looks: [look({ at: minute(4) }), look()], acts: [act] });

  expect(entries.map(({ kind, at }) => [kind, at])).toEqual([
    ["look", minute(0)],
    ["act", minute(2)],
    ["look", minute(4)],
  ]);
  expect(entries[1]?.lines[1]?.text).toBe("Looked at a card again. Done.");
});

const nothing = { acceptedAt: null, shownAt: null, openedAt: null, failedAt: null, expiredAt: null };
const at = "23 November 2026, 21:1";
const tellings: readonly (readonly [Partial<Telling>, string])[] = [
  [{}, "not yet sent."],
  [{ acceptedAt: minute(1) }, "sent, nothing known of it since."],
  [{ acceptedAt: minute(1), shownAt: minute(2), openedAt: minute(3) }, `shown ${at}2, opened ${at}3.`],
  [{ failedAt: minute(1) }, `failed ${at}1.`],
  [{ acceptedAt: minute(1), expiredAt: minute(4) }, `never shown, its time was over ${at}4.`],
];

for (const [milestones, words] of tellings) {
  test(`a notice with ${Object.keys(milestones).join(", ") || "nothing"} is told as ${words}`, () => {
    const telling = { name: "Amira", channel: "text", purpose: "alert", at: minute(0), ...nothing } as const;

    expect(tellingInWords({ ...telling, ...milestones })).toBe(`Amira by text message, ${at}0: ${words}`);
  });
}

test("everything that can happen to an alert is told in words of its own, and something new is named", () => {
  const words = (kind: string) =>
    deedInWords({ at: minute(0), kind, name: null, otherName: null, outcome: null, hasWords: false });
  const known = alertEventKinds.filter((kind) => !lookKinds.some((one) => one === kind));

  expect(known.filter((kind) => words(kind).includes("On record:"))).toEqual([]);
  expect(words("sung-about")).toBe("23 November 2026, 21:10: On record: “sung-about”, the service.");
});

test("the record of an authority says that it holds looks by others too, and both say what is missing", () => {
  const [health, authority] = ["health", "authority"].map((kind) => scopeInWords({ name: "Leeds", kind }));

  expect(health).toContain("Every look by people of Leeds. Of this number alone: ");
  expect(authority).toContain(
    "and every look by others about which Leeds was alerted. Of this number alone: ",
  );
  for (const scope of [health, authority])
    expect(scope).toContain("Whether others looked as well is not in this record");
});
