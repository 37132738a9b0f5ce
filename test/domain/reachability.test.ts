import { expect, test } from "@playwright/test";
import { reachInWords } from "@/server/domain/reach/reach-in-words";
import { channelsToTell, reachabilityOf, type DeviceFacts } from "@/server/domain/reach/reachability";
import type { Channel } from "@/server/vocabulary/notice-purpose";
import { reachReasonKinds, type ReachLevel } from "@/server/vocabulary/reach";
import { daysAgo, makeContact, makePhone, reachNow, reachSettingsOfTests } from "@/test/support/make-reach";

const text = makeContact("text");
const email = makeContact("email");
const textFailed = makeContact("text", { lastFailedAt: daysAgo(2) });
const denied = makePhone({ lostAt: daysAgo(0.5), lostAs: "permission" });
const vanished = makePhone({ lostAt: daysAgo(0.5), lostAs: "subscription" });
const never = makePhone({ lastShownAt: null });

interface Row {
  readonly who: string;
  readonly devices: readonly DeviceFacts[];
  readonly level: ReachLevel;
  readonly reasons: readonly string[];
  /** By which channels they are told that something is wrong. */
  readonly told: readonly Channel[];
}

const table: readonly Row[] = [
  {
    who: "nothing at all",
    devices: [],
    level: "unreachable",
    reasons: ["no-phone", "no-fallback"],
    told: [],
  },
  {
    who: "a proven phone and a text number",
    devices: [makePhone(), text],
    level: "reachable",
    reasons: [],
    told: ["push"],
  },
  {
    who: "a proven phone alone",
    devices: [makePhone()],
    level: "reachable",
    reasons: ["no-fallback"],
    told: ["push"],
  },
  {
    who: "a phone that was proven exactly 30 days ago",
    devices: [makePhone({ lastShownAt: daysAgo(30) }), text],
    level: "reachable",
    reasons: [],
    told: ["push"],
  },
  {
    who: "a phone that was proven longer ago",
    devices: [makePhone({ lastShownAt: daysAgo(32) }), text],
    level: "doubtful",
    reasons: ["proven-long-ago"],
    told: ["push", "text"],
  },
  {
    who: "a phone that was never proven",
    devices: [never, email],
    level: "doubtful",
    reasons: ["never-proven"],
    told: ["push", "email"],
  },
  {
    who: "a phone that was never proven, alone",
    devices: [never],
    level: "doubtful",
    reasons: ["never-proven", "no-fallback"],
    told: ["push"],
  },
  {
    who: "a phone that did not show the newest push",
    devices: [makePhone({ lastFailedAt: daysAgo(0.1) }), text],
    level: "doubtful",
    reasons: ["not-shown"],
    told: ["push", "text"],
  },
  {
    who: "a phone that has shown a push since one failed",
    devices: [makePhone({ lastFailedAt: daysAgo(3) }), text],
    level: "reachable",
    reasons: [],
    told: ["push"],
  },
  {
    who: "a phone on which Lantern was not opened for 31 days, though it shows pushes",
    devices: [makePhone({ permittedAt: daysAgo(31) }), text],
    level: "doubtful",
    reasons: ["not-opened"],
    told: ["push", "text"],
  },
  {
    who: "a phone of before launches were noted, set up long ago",
    devices: [makePhone({ permittedAt: null }), text],
    level: "doubtful",
    reasons: ["not-opened"],
    told: ["push", "text"],
  },
  {
    who: "a phone whose permission was taken back",
    devices: [denied],
    level: "unreachable",
    reasons: ["permission-lost", "no-fallback"],
    told: [],
  },
  {
    who: "a phone that lost its subscription",
    devices: [vanished],
    level: "unreachable",
    reasons: ["subscription-lost", "no-fallback"],
    told: [],
  },
  {
    who: "a phone that said it shows nothing, and has shown a push since",
    devices: [makePhone({ lostAt: daysAgo(2), lostAs: "permission" }), text],
    level: "reachable",
    reasons: [],
    told: ["push"],
  },
  {
    who: "one phone without permission and one that is sound",
    devices: [denied, makePhone(), text],
    level: "reachable",
    reasons: ["permission-lost"],
    told: ["push"],
  },
  {
    who: "a phone without permission, and a text number",
    devices: [denied, text],
    level: "doubtful",
    reasons: ["permission-lost", "only-text"],
    told: ["text"],
  },
  {
    who: "a phone that is gone",
    devices: [makePhone({ goneAt: daysAgo(2) })],
    level: "unreachable",
    reasons: ["phone-gone", "no-fallback"],
    told: [],
  },
  {
    who: "only a text number",
    devices: [text],
    level: "doubtful",
    reasons: ["no-phone", "only-text"],
    told: ["text"],
  },
  {
    who: "only e-mail",
    devices: [email],
    level: "doubtful",
    reasons: ["no-phone", "only-email"],
    told: ["email"],
  },
  {
    who: "text and e-mail",
    devices: [email, text],
    level: "doubtful",
    reasons: ["no-phone", "only-text"],
    told: ["text", "email"],
  },
  {
    who: "only a number that takes no texts",
    devices: [textFailed],
    level: "unreachable",
    reasons: ["no-phone", "text-failed", "no-fallback"],
    told: [],
  },
  {
    who: "a number that takes no texts, and e-mail",
    devices: [textFailed, email],
    level: "doubtful",
    reasons: ["no-phone", "only-email", "text-failed"],
    told: ["email"],
  },
  {
    who: "a proven phone and a number that takes no texts",
    devices: [makePhone(), textFailed],
    level: "reachable",
    reasons: ["text-failed", "no-fallback"],
    told: ["push"],
  },
  {
    who: "a text number and a mailbox that takes no mail",
    devices: [text, makeContact("email", { lastFailedAt: daysAgo(2) })],
    level: "doubtful",
    reasons: ["no-phone", "only-text", "email-failed"],
    told: ["text"],
  },
  {
    who: "two phones, each never proven since the same day",
    devices: [never, never, text],
    level: "doubtful",
    reasons: ["never-proven"],
    told: ["push", "text"],
  },
];

for (const { who, devices, level, reasons, told } of table) {
  test(`somebody with ${who} is ${level}${reasons.length > 0 ? `: ${reasons.join(", ")}` : ""}`, () => {
    const reach = reachabilityOf(devices, reachSettingsOfTests, reachNow);

    expect(reach.level).toBe(level);
    expect(reach.reasons.map(({ kind }) => kind)).toEqual(reasons);
    expect(channelsToTell(devices, reachSettingsOfTests, reachNow)).toEqual(told);
  });
}

test("every reason that there is stands in the table above", () => {
  const seen = new Set(table.flatMap(({ reasons }) => reasons));

  expect([...seen].toSorted()).toEqual([...reachReasonKinds].toSorted());
});

test("a channel that the service cannot send by reaches nobody", () => {
  const settings = { ...reachSettingsOfTests, fallbacks: [] };

  expect(reachabilityOf([text, email], settings, reachNow).level).toBe("unreachable");
  expect(channelsToTell([text, email], settings, reachNow)).toEqual([]);
});

test("the newest proof of any phone in use is the person's", () => {
  const devices = [
    makePhone({ lastShownAt: daysAgo(40) }),
    makePhone({ lastShownAt: daysAgo(3) }),
    makePhone({ lastShownAt: daysAgo(1), goneAt: daysAgo(0.5) }),
    makeContact("text", { lastShownAt: daysAgo(0.2) }),
  ];

  expect(reachabilityOf(devices, reachSettingsOfTests, reachNow).lastProvenAt).toEqual(daysAgo(3));
});

const said = [
  ["no-phone", undefined, "No phone is set up.", "Turn alerts on"],
  [
    "permission-lost",
    2,
    "Permission to show alerts was taken back on 21 November 2026.",
    "settings of the phone",
  ],
  ["proven-long-ago", 32, "No push has been proven for 32 days.", "Send me a test"],
  ["not-opened", 1, "Lantern has not been opened on the phone for 1 day.", "Open Lantern"],
  ["only-email", undefined, "Only e-mail: no phone rings.", "Turn alerts on"],
] as const;
for (const [kind, days, what, todo] of said) {
  test(`"${what}" is said with what to do about it`, () => {
    const reason = { kind, ...(days !== undefined && { at: daysAgo(days) }) };

    expect(reachInWords(reason, reachNow).what).toBe(what);
    expect(reachInWords(reason, reachNow).todo).toContain(todo);
  });
}
