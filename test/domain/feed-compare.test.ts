import { expect, test } from "@playwright/test";
import { compareFeed, type FeedComparison, type RegisterEntry } from "@/server/domain/register/compare-feed";
import type { RejectedRow } from "@/server/domain/register/feed-file/feed-row";
import type { TracedRow } from "@/server/domain/register/tracing/traced-row";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";

const today = "2026-11-23";

function number(digits: string): NhsNumber {
  const parsed = parseNhsNumber(digits);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.nhsNumber;
}

const robin = number("9990000018");
const kit = number("9990000026");

const row: TracedRow = {
  rowNumber: 2,
  nhsNumber: robin,
  familyName: "Example",
  givenNames: "Robin",
  dateOfBirth: "2019-04-02",
  localId: "case-1",
  kind: "child-protection",
  startOn: "2026-01-05",
  endOn: null,
  deletedOn: null,
  dueOn: null,
  supersededBy: null,
};
const { rowNumber: _rowNumber, ...plan } = row;
const entry: RegisterEntry = { ...plan, planId: "plan-1", isMissing: false, isKept: false, isTold: false };

interface Case {
  readonly title: string;
  readonly entries?: readonly RegisterEntry[];
  readonly rows?: readonly TracedRow[];
  readonly rejected?: readonly RejectedRow[];
  /** How many of each kind; those that are not named are none. */
  readonly gives: Partial<Record<keyof FeedComparison, number>>;
}

const rejectedRow: RejectedRow = { nhsNumber: robin, kind: "child-protection", localId: "" };

const cases: readonly Case[] = [
  { title: "a plan that both have is unchanged", gives: { unchanged: 1 } },
  { title: "a plan that only the list has is new", entries: [], gives: { added: 1 } },
  { title: "a plan that only the register has is missing", rows: [], gives: { missing: 1 } },
  { title: "an end date ends", rows: [{ ...row, endOn: "2026-11-01" }], gives: { ended: 1 } },
  { title: "a delete date deletes", rows: [{ ...row, deletedOn: "2026-11-01" }], gives: { deleted: 1 } },
  {
    title: "a row with both an end and a delete date deletes",
    rows: [{ ...row, endOn: "2026-11-01", deletedOn: "2026-11-02" }],
    gives: { deleted: 1 },
  },
  { title: "a new name is a change", rows: [{ ...row, familyName: "Sample" }], gives: { changed: 1 } },
  { title: "a new reference is a change", rows: [{ ...row, localId: "case-9" }], gives: { changed: 1 } },
  {
    title: "a plan that ended longer ago than the register keeps it is not taken in again",
    entries: [],
    rows: [{ ...row, startOn: "2020-01-05", endOn: "2024-11-22" }],
    gives: { past: 1 },
  },
  {
    title: "one that ended a day later is",
    entries: [],
    rows: [{ ...row, startOn: "2020-01-05", endOn: "2024-11-23" }],
    gives: { added: 1 },
  },
  {
    title: "an unborn child's plan is kept from the due date on, if that is later than its end",
    entries: [],
    rows: [{ ...row, kind: "unborn", startOn: "2024-05-01", endOn: "2024-06-01", dueOn: "2024-12-01" }],
    gives: { added: 1 },
  },
  {
    title: "one that the register still has is compared as any other",
    entries: [{ ...entry, startOn: "2020-01-05" }],
    rows: [{ ...row, startOn: "2020-01-05", endOn: "2022-01-01" }],
    gives: { ended: 1 },
  },
  {
    title: "an end date taken back is a change",
    entries: [{ ...entry, endOn: "2026-11-01" }],
    gives: { changed: 1 },
  },
  {
    title: "a deletion taken back is a change",
    entries: [{ ...entry, deletedOn: "2026-11-01" }],
    gives: { changed: 1 },
  },
  {
    title: "a first day put right on the same case is a change",
    rows: [{ ...row, startOn: "2026-01-12" }],
    gives: { changed: 1 },
  },
  {
    title: "another first day on another case is another plan, and the old one stays in force",
    rows: [{ ...row, startOn: "2026-01-12", localId: "case-9" }],
    gives: { added: 1, missing: 1 },
  },
  {
    title: "a plan that begins after the old one ended is another plan",
    entries: [{ ...entry, endOn: "2026-03-01" }],
    rows: [{ ...row, startOn: "2026-06-01" }],
    gives: { added: 1 },
  },
  {
    title: "a deleted plan does not stand in for a new one",
    entries: [{ ...entry, deletedOn: "2026-02-01" }],
    rows: [{ ...row, startOn: "2026-01-12" }],
    gives: { added: 1 },
  },
  {
    title: "another kind of plan is another plan",
    rows: [row, { ...row, kind: "looked-after" }],
    gives: { unchanged: 1, added: 1 },
  },
  {
    title: "another person is another plan",
    rows: [row, { ...row, nhsNumber: kit }],
    gives: { unchanged: 1, added: 1 },
  },
  {
    title: "an ended plan may leave the list",
    entries: [{ ...entry, endOn: "2026-11-22" }],
    rows: [],
    gives: {},
  },
  {
    title: "a plan on its last day may not",
    entries: [{ ...entry, endOn: today }],
    rows: [],
    gives: { missing: 1 },
  },
  {
    title: "a deleted plan may leave the list",
    entries: [{ ...entry, deletedOn: today }],
    rows: [],
    gives: {},
  },
  { title: "a plan whose row was rejected is not missing", rows: [], rejected: [rejectedRow], gives: {} },
  {
    title: "a plan whose row was rejected for its plan type is not missing",
    rows: [],
    rejected: [{ ...rejectedRow, kind: undefined }],
    gives: {},
  },
  {
    title: "a plan whose row was rejected for its NHS number is known by the case",
    rows: [],
    rejected: [{ ...rejectedRow, nhsNumber: undefined, localId: "case-1" }],
    gives: {},
  },
  {
    title: "a rejected row that says nothing excuses no other plan",
    rows: [],
    rejected: [{ nhsNumber: undefined, kind: undefined, localId: "" }],
    gives: { missing: 1 },
  },
  {
    title: "a rejected row excuses no other kind of plan",
    rows: [],
    rejected: [{ ...rejectedRow, kind: "looked-after" }],
    gives: { missing: 1 },
  },
  { title: "a kept plan is not missing", entries: [{ ...entry, isKept: true }], rows: [], gives: {} },
  {
    title: "what was told between two lists and the list agrees with is unchanged",
    entries: [{ ...entry, isTold: true }],
    gives: { unchanged: 1 },
  },
  {
    title: "what was told between two lists holds against a list that says otherwise",
    entries: [{ ...entry, isTold: true, endOn: "2026-11-20" }],
    gives: { disagreeing: 1 },
  },
  {
    title: "a plan that was told between two lists and is not in the list is missing",
    entries: [{ ...entry, isTold: true }],
    rows: [],
    gives: { missing: 1 },
  },
  {
    title: "a number that has been replaced is a change",
    rows: [{ ...row, supersededBy: kit }],
    gives: { changed: 1 },
  },
];

const kinds = [
  "added",
  "changed",
  "ended",
  "deleted",
  "unchanged",
  "past",
  "disagreeing",
  "missing",
] as const;
const none = Object.fromEntries(kinds.map((kind) => [kind, 0]));

for (const { title, entries = [entry], rows = [row], rejected = [], gives } of cases) {
  test(title, () => {
    const comparison = compareFeed({ entries, rows, rejected, today });

    const counts = Object.fromEntries(kinds.map((kind) => [kind, comparison[kind].length]));
    expect(counts).toEqual({ ...none, ...gives });
  });
}
