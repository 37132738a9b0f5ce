import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { progressOf } from "@/server/domain/alert/alert-progress";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { alertEventKinds, type AlertEventKind } from "@/server/vocabulary/alert-event";
import { AlertId } from "@/server/vocabulary/ids";
import { test } from "@/test/support/alert-story";

/** The shortest way to each row of the table. */
const histories: Readonly<Record<string, readonly AlertEventKind[]>> = {
  raised: ["raised"],
  notified: ["raised", "notified"],
  shown: ["raised", "notified", "shown"],
  opened: ["raised", "notified", "shown", "opened"],
  unreached: ["raised", "notified", "shown", "opened", "unreached"],
  withdrawn: ["raised", "notified", "wrong-child"],
  taken: ["raised", "notified", "acknowledged"],
  closed: ["raised", "notified", "acknowledged", "closed"],
};

test("docs/alerts.md names every event and every stage", () => {
  const { columns, rows } = printedTable();

  expect([...columns].sort()).toEqual([...alertEventKinds].sort());
  expect(rows.map(({ stage }) => stage)).toEqual(Object.keys(histories));
});

for (const { stage, cells } of printedTable().rows) {
  for (const { event, next } of cells.filter((cell) => cell.next !== "✕")) {
    test(`an alert that is ${stage} is ${next} after ${event}, as docs/alerts.md says`, () => {
      const before = histories[stage] ?? [];

      expect(stageAfter(before)).toBe(stage);
      expect(stageAfter([...before, event])).toBe(next);
    });
  }
}

for (const event of ["raised", "acknowledged"]) {
  test(`the database refuses a second ${event}, as docs/alerts.md says`, async ({ story }) => {
    const amira = await story.onCall("Amira Hassan");
    const alert = await story.crewAsks();
    await story.takes(amira, alert, 1);

    const second = story.world.sql(
      "insert into alert_event (alert_id, kind, happened_at) values ($1, $2, now())",
      [alert.alertId, event],
    );

    await expect(second).rejects.toThrow(/duplicate key/);
  });
}

function stageAfter(kinds: readonly AlertEventKind[]): string {
  return progressOf(kinds.map(asEvent)).stage;
}

const alertId = AlertId.parse(randomUUID());

function asEvent(kind: AlertEventKind): AlertEvent {
  const nobody = { personId: null, personName: null, otherPersonId: null, otherPersonName: null };
  const nothing = { rung: null, lookupId: null, dueAt: null, outcome: null, note: null, detail: null };
  return { alertId, kind, happenedAt: new Date("2026-11-23T21:10:00Z"), ...nobody, ...nothing };
}

interface PrintedRow {
  readonly stage: string;
  readonly cells: readonly { readonly event: AlertEventKind; readonly next: string }[];
}

function printedTable(): {
  readonly columns: readonly AlertEventKind[];
  readonly rows: readonly PrintedRow[];
} {
  const text = readFileSync(new URL("../../docs/alerts.md", import.meta.url), "utf8");
  const lines = (text.split("<!-- states -->")[1] ?? "").trimStart().split("\n\n")[0]?.split("\n") ?? [];
  const [head = [], , ...body] = lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const columns = body.flatMap(([name]) => alertEventKinds.filter((kind) => kind === name));

  const rows = head.slice(1).map((heading, place) => {
    const stage = heading.replaceAll("*", "");
    const cells = body.flatMap(([name, ...nexts]) => {
      const next = nexts[place] === "·" ? stage : (nexts[place] ?? "");
      return alertEventKinds.filter((kind) => kind === name).map((event) => ({ event, next }));
    });
    return { stage, cells };
  });
  return { columns, rows };
}
