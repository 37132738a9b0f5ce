import { expect, test } from "@playwright/test";
import {
  attemptsForCrew,
  milestonesInWords,
  type Milestones,
} from "@/server/domain/push/milestones-in-words";
import type { ToldNotice } from "@/server/domain/push/read-told-notices";
import { AlertId, NoticeId, PersonId } from "@/server/vocabulary/ids";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 21, 14, seconds));
const queued: Milestones = {
  purpose: "alert",
  channel: "push",
  queuedAt: at(0),
  acceptedAt: null,
  shownAt: null,
  openedAt: null,
  failedAt: null,
  expiredAt: null,
  lastAnswer: null,
};

const table: readonly (readonly [what: string, Partial<Milestones>, words: string])[] = [
  ["queued", {}, "Sent 21:14, on its way."],
  ["accepted", { acceptedAt: at(1) }, "Sent 21:14, taken up after 1 s, not shown yet."],
  ["shown", { acceptedAt: at(1), shownAt: at(3) }, "Sent 21:14, taken up after 1 s, shown after 3 s."],
  [
    "opened",
    { acceptedAt: at(1), shownAt: at(3), openedAt: at(300) },
    "Sent 21:14, taken up after 1 s, shown after 3 s, opened after 5 min.",
  ],
  [
    "refused",
    { failedAt: at(61), lastAnswer: "The service answered 403." },
    "Sent 21:14, failed at 21:15 (The service answered 403).",
  ],
  [
    "nothing showed it",
    { acceptedAt: at(1), expiredAt: at(361) },
    "Sent 21:14, taken up after 1 s, ended unseen at 21:20.",
  ],
  [
    "taken by somebody before it left",
    { expiredAt: at(5), lastAnswer: "Not sent: the alert was taken before." },
    "Sent 21:14, ended unseen at 21:14 (Not sent: the alert was taken before).",
  ],
  [
    "a report that came after its time",
    { acceptedAt: at(1), expiredAt: at(361), shownAt: at(400) },
    "Sent 21:14, taken up after 1 s, shown after 7 min, ended unseen at 21:20.",
  ],
];

for (const [what, change, words] of table) {
  test(`a notice, ${what}: ${words}`, () => {
    expect(milestonesInWords({ ...queued, ...change })).toBe(words);
  });
}

test("the crew reads how each person was told, without names, and without what is wrong with their phones", () => {
  const [amira, ben] = [personId(1), personId(2)];
  const lines = attemptsForCrew([
    told(amira, { failedAt: at(1), lastAnswer: "410 Gone" }),
    told(amira, { channel: "text", acceptedAt: at(2) }),
    told(ben, { shownAt: at(4) }),
    told(ben, { purpose: "alarm", channel: "email" }),
  ]);

  expect(lines).toEqual([
    "Person 1, by phone or browser: Sent 21:14, failed at 21:14.",
    "Person 1, by text message: Sent 21:14, taken up after 2 s, not shown yet.",
    "Person 2, by phone or browser: Sent 21:14, shown after 4 s.",
    "Alarm, by e-mail: Sent 21:14, on its way.",
  ]);
  expect(lines.join(" ")).not.toMatch(/Amira|Gone/);
});

function told(person: PersonId, change: Partial<Milestones>): ToldNotice {
  const id = "0199d0a8-7c00-7000-8000-000000000001";
  return {
    ...queued,
    ...change,
    noticeId: NoticeId.parse(id),
    alertId: AlertId.parse(id),
    personId: person,
    personName: "Amira Hassan",
  };
}

function personId(last: number): PersonId {
  return PersonId.parse(`0199d0a8-7c00-7000-8000-00000000000${String(last)}`);
}
