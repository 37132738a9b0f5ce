import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { chooseMissed, type OpenMissed } from "@/server/domain/alert/missed/choose-missed";
import { AlertId } from "@/server/vocabulary/ids";

const now = new Date("2026-11-24T10:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const [older, newer] = [AlertId.parse(randomUUID()), AlertId.parse(randomUUID())];
const open = (alertId: AlertId, days: number, isHeld = false): OpenMissed => {
  return { alertId, raisedAt: daysAgo(days), isHeld };
};

const cases: readonly (readonly [
  title: string,
  open: readonly OpenMissed[],
  isWorried: boolean,
  expected: Record<string, unknown>,
])[] = [
  ["with none open a report is an alert of its own", [], false, { kind: "new" }],
  ["it joins one that waits", [open(older, 2)], false, { kind: "join", alertId: older, isHeld: false }],
  [
    "it joins one that somebody has",
    [open(older, 2, true)],
    false,
    { kind: "join", alertId: older, isHeld: true },
  ],
  ["of two it joins the newest", [open(older, 3), open(newer, 1)], false, { kind: "join", alertId: newer }],
  ["it joins none of a week ago", [open(older, 7)], false, { kind: "new" }],
  ["it joins one of just less than a week", [open(older, 6.99)], false, { kind: "join", alertId: older }],
  ["a worry joins one that waits, and hastens it", [open(older, 2)], true, { kind: "join", alertId: older }],
  ["a worry is not left to whoever has an earlier one", [open(older, 2, true)], true, { kind: "new" }],
  [
    "a worry passes over one that is held for one that waits",
    [open(older, 2), open(newer, 1, true)],
    true,
    { kind: "join", alertId: older },
  ],
];

for (const [title, alerts, isWorried, expected] of cases) {
  test(`a missed appointment: ${title}`, () => {
    expect(chooseMissed(alerts, { isWorried, now })).toMatchObject(expected);
  });
}
