import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { bandDrawing } from "@/app/(crew)/practice/band-drawing";
import { crewLine } from "@/server/domain/alert/crew-line";
import { progressOf } from "@/server/domain/alert/alert-progress";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { AlertId } from "@/server/vocabulary/ids";
import { formatNhsNumber, parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { practiceAnswer } from "@/server/vocabulary/practice-answer";
import { bandFileOf, practiceChildOf, practiceChildren } from "@/server/vocabulary/practice-child";
import { isPracticeNumber } from "@/server/vocabulary/practice-number";
import { hasPractised, type PracticeStep } from "@/server/vocabulary/practice-step";
import {
  pretendHolder,
  stageAfter,
  storyAlerts,
  storyStages,
  storyTime,
} from "@/server/vocabulary/practice-story";
import { ResultCard } from "@/server/vocabulary/result-card";

const now = new Date("2026-11-23T21:14:00Z");
const ask = (nhsNumber: string, mode: ResultCard["mode"] = "unscheduled") =>
  practiceAnswer({ nhsNumber, mode, now });

test("the cast has true numbers of the test range, all of them reserved, and no two are alike", () => {
  const numbers = practiceChildren.map(({ nhsNumber }) => nhsNumber);

  for (const nhsNumber of numbers) {
    expect(parseNhsNumber(nhsNumber)).toEqual({ ok: true, nhsNumber });
    expect(nhsNumber).toMatch(/^999/);
    expect(isPracticeNumber(nhsNumber)).toBe(true);
  }
  expect(new Set(numbers).size).toBe(practiceChildren.length);
});

test("nobody of the cast can be taken for a real child by the name", () => {
  for (const { givenNames } of practiceChildren) expect(givenNames).toBe("Pretend");
});

for (const child of practiceChildren) {
  test(`the drawing of a band on the page of practice is that of Pretend ${child.familyName}`, async () => {
    expect(await readFile(`public${bandFileOf(child)}`, "utf8")).toBe(bandDrawing(child));
  });
}

const answers = [
  ["one-authority", ["Pretendshire: child-protection"]],
  ["two-authorities", ["Make-Believe Borough: looked-after", "Pretendshire: child-protection"]],
  ["looked-after", ["Pretendshire: looked-after"]],
  ["unborn", ["Pretendshire: unborn"]],
  ["replaced", ["Pretendshire: child-protection"]],
] as const;

for (const [shows, held] of answers) {
  test(`the practice child who shows ${shows} is held: ${held.join(", ")}`, () => {
    const child = practiceChildren.find((one) => one.shows === shows);
    const answer = ask(child?.nhsNumber ?? "");

    const card = answer.kind === "card" && answer.card.answer === "held" ? answer.card : undefined;
    const said = card?.entries.map(
      ({ authorityName, plans }) => `${authorityName}: ${String(plans[0]?.kind)}`,
    );
    expect(said).toEqual(held);
    expect(card?.entries.every(({ isNumberReplaced }) => isNumberReplaced === (shows === "replaced"))).toBe(
      true,
    );
    expect(card?.entries[0]).toMatchObject({ givenNames: "Pretend", familyName: child?.familyName });
  });
}

test("the other two of the cast show the two other answers", () => {
  const numberOf = (shows: string) => practiceChildren.find((one) => one.shows === shows)?.nhsNumber ?? "";

  expect(ask(numberOf("none-held"))).toMatchObject({ kind: "card", card: { answer: "none-held" } });
  expect(ask(numberOf("could-not-check"))).toEqual({ kind: "could-not-check" });
});

test("every practice card is a whole card, as the service would send it, and clears after half an hour", () => {
  for (const { nhsNumber } of practiceChildren) {
    const answer = ask(nhsNumber, "scheduled");
    if (answer.kind !== "card") continue;
    expect(ResultCard.safeParse(answer.card).success, nhsNumber).toBe(true);
    expect(answer.card.mode).toBe("scheduled");
    expect(answer.card.clearsAt).toEqual(new Date("2026-11-23T21:44:00Z"));
    expect(answer.card.clearsInMs).toBe(30 * 60_000);
  }
});

for (const nhsNumber of ["9990000018", "9990548609", "9999900097", "9990000026"]) {
  test(`${formatNhsNumber(nhsNumber)} is not one of the practice children and gets no answer`, () => {
    expect(ask(nhsNumber)).toEqual({ kind: "not-practice" });
    expect(practiceChildOf(nhsNumber)).toBeUndefined();
  });
}

test("telephone numbers of practice are of the range that nobody can have", () => {
  const text = JSON.stringify(practiceChildren.map(({ nhsNumber }) => ask(nhsNumber)));
  const numbers = [...text.matchAll(/"number":"([^"]+)"/g)].map(([, number]) => number);

  expect(numbers.length).toBeGreaterThan(5);
  for (const number of numbers) expect(number).toMatch(/^01632 960\d{3}$/);
});

test("a pretend alert is told in the words of a real one at every step", () => {
  const answer = ask(practiceChildren[0]?.nhsNumber ?? "");
  if (answer.kind !== "card" || answer.card.answer !== "held") throw new Error("no card");
  const { card } = answer;
  const kinds = { raised: "raised", notified: "notified", shown: "shown", taken: "acknowledged" } as const;

  const events: AlertEvent[] = [];
  for (const stage of storyStages) {
    events.push(eventOf(kinds[stage], storyTime(stage, now)));
    const [alert] = storyAlerts(card, stage);
    expect(alert?.line).toBe(crewLine(progressOf(events), { number: undefined, kind: "look-up" }));
    expect(alert?.progress.stage).toBe(progressOf(events).stage);
  }
});

test("the story goes from step to step and ends with somebody who has it", () => {
  expect(storyStages.map(stageAfter)).toEqual(["notified", "shown", "taken", undefined]);
});

const needed: readonly PracticeStep[] = ["typed", "held-seen", "none-held-seen", "could-not-check-seen"];

test("somebody has practised who has entered a number, seen the three answers and followed an alert", () => {
  const all: readonly PracticeStep[] = [...needed, "alert-followed"];

  expect(hasPractised(all, "unscheduled")).toBe(true);
  for (const left of all) {
    expect(
      hasPractised(
        all.filter((step) => step !== left),
        "unscheduled",
      ),
      left,
    ).toBe(false);
  }
  expect(hasPractised([...all.filter((step) => step !== "typed"), "scanned"], "unscheduled")).toBe(true);
  expect(hasPractised([], "unscheduled")).toBe(false);
});

test("whoever checks silently has no alert to follow", () => {
  expect(hasPractised(needed, "scheduled")).toBe(true);
  expect(hasPractised(needed, "unscheduled")).toBe(false);
});

function eventOf(kind: AlertEvent["kind"], happenedAt: Date): AlertEvent {
  return {
    alertId: AlertId.parse("019500aa-0000-7000-8000-000000000001"),
    kind,
    happenedAt,
    personId: null,
    personName: kind === "acknowledged" ? pretendHolder : null,
    otherPersonId: null,
    otherPersonName: null,
    rung: null,
    lookupId: null,
    dueAt: null,
    outcome: null,
    note: null,
    detail: null,
  };
}
