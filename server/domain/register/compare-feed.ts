import type { RejectedRow } from "@/server/domain/register/feed-file/feed-row";
import type { TracedRow } from "@/server/domain/register/tracing/traced-row";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import { endedPlanKeptDays } from "@/server/vocabulary/retention";

/** A plan as the register holds it, with the person it is about. */
export interface RegisterEntry extends Omit<TracedRow, "rowNumber"> {
  readonly planId: string;
  /** It was absent from the newest list, and stays in force. */
  readonly isMissing: boolean;
  /** A named person said that it stays in force although the lists leave it out. */
  readonly isKept: boolean;
  /** It was told between two lists, and no list has agreed since. */
  readonly isTold: boolean;
}

export interface EntryChange {
  readonly planId: string;
  readonly row: TracedRow;
  /** The plan before. */
  readonly entry: RegisterEntry;
}

/** What a list would do to the register. Each good row is in exactly one of the first seven. */
export interface FeedComparison {
  readonly added: readonly TracedRow[];
  readonly changed: readonly EntryChange[];
  readonly ended: readonly EntryChange[];
  readonly deleted: readonly EntryChange[];
  readonly unchanged: readonly RegisterEntry[];
  /** Over for so long that the register does not keep them: nothing is done, and nobody is shown them. */
  readonly past: readonly TracedRow[];
  /** The row says otherwise than what was told between the lists, which holds until a list agrees or a person decides. */
  readonly disagreeing: readonly EntryChange[];
  /** In force, and in no row of the list: they stay in force until a person says otherwise. */
  readonly missing: readonly RegisterEntry[];
}

interface Compared {
  readonly entries: readonly RegisterEntry[];
  readonly rows: readonly TracedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly today: LondonDate;
}

/**
 * Compares an authority's register with its new list. An entry leaves force only because a row gives it an end date
 * or a delete date; absence changes nothing but the label "missing". Pure.
 */
export function compareFeed({ entries, rows, rejected, today }: Compared): FeedComparison {
  const pairs = pairRows(entries, rows);
  const found = pairs.flatMap(({ row, entry }) => (entry === undefined ? [] : [{ row, entry }]));
  const differing = found.filter(({ row, entry }) => differs(entry, row));
  const unknown = pairs.flatMap(({ row, entry }) => (entry === undefined ? [row] : []));
  const different = differing.filter(({ entry }) => !entry.isTold);
  const changeOf = ({ row, entry }: FoundPair): EntryChange => ({ planId: entry.planId, row, entry });

  return {
    added: unknown.filter((row) => !isPastKeeping(row, today)),
    past: unknown.filter((row) => isPastKeeping(row, today)),
    deleted: different.filter(isDeletion).map(changeOf),
    ended: different.filter((pair) => !isDeletion(pair) && isEnding(pair)).map(changeOf),
    changed: different.filter((pair) => !isDeletion(pair) && !isEnding(pair)).map(changeOf),
    unchanged: found.filter(({ row, entry }) => !differs(entry, row)).map(({ entry }) => entry),
    disagreeing: differing.filter(({ entry }) => entry.isTold).map(changeOf),
    missing: missingEntries({ entries, rejected, today }, new Set(found.map(({ entry }) => entry.planId))),
  };
}

/** What the nightly removal has taken out, or would: a list that goes on naming it does not bring it back each day. */
function isPastKeeping({ kind, endOn, deletedOn, dueOn }: TracedRow, today: LondonDate): boolean {
  const overOn = deletedOn ?? endOn;
  if (overOn === null) return false;
  const lastOn = kind === "unborn" && dueOn !== null && dueOn > overOn ? dueOn : overOn;
  return lastOn < addDays(today, -endedPlanKeptDays);
}

interface FoundPair {
  readonly row: TracedRow;
  readonly entry: RegisterEntry;
}

/**
 * Finds each row's entry: by person, kind and first day, or, where the first day was put right, by the authority's
 * own number of the case and days in common.
 */
function pairRows(
  entries: readonly RegisterEntry[],
  rows: readonly TracedRow[],
): { row: TracedRow; entry: RegisterEntry | undefined }[] {
  const byPlan = new Map(entries.map((entry) => [planKey(entry), entry]));
  const exact = new Set(rows.map((row) => byPlan.get(planKey(row))).filter((entry) => entry !== undefined));
  const left = Map.groupBy(
    entries.filter((entry) => !exact.has(entry)),
    caseKey,
  );

  return rows.map((row) => ({
    row,
    entry: byPlan.get(planKey(row)) ?? takeOverlapping(left.get(caseKey(row)), row),
  }));
}

type Plan = Omit<TracedRow, "rowNumber">;

function planKey({ nhsNumber, kind, startOn }: Plan): string {
  return `${nhsNumber} ${kind} ${startOn}`;
}

function caseKey({ nhsNumber, kind, localId }: Plan): string {
  return `${nhsNumber} ${kind} ${localId}`;
}

/** Each entry is taken once. Deleted plans never stand in for others. */
function takeOverlapping(left: RegisterEntry[] | undefined, row: TracedRow): RegisterEntry | undefined {
  if (left === undefined || row.deletedOn !== null) return undefined;
  const index = left.findIndex((entry) => entry.deletedOn === null && overlap(entry, row));
  return index === -1 ? undefined : left.splice(index, 1)[0];
}

function overlap(one: Plan, other: Plan): boolean {
  return (
    (one.endOn === null || one.endOn > other.startOn) && (other.endOn === null || other.endOn > one.startOn)
  );
}

const comparedFields = [
  "familyName",
  "givenNames",
  "dateOfBirth",
  "localId",
  "startOn",
  "endOn",
  "deletedOn",
  "dueOn",
  "supersededBy",
] as const satisfies readonly (keyof Plan)[];

function differs(entry: RegisterEntry, row: TracedRow): boolean {
  return comparedFields.some((field) => entry[field] !== row[field]);
}

function isDeletion({ row, entry }: FoundPair): boolean {
  return entry.deletedOn === null && row.deletedOn !== null;
}

function isEnding({ row, entry }: FoundPair): boolean {
  return entry.endOn === null && row.endOn !== null;
}

/** Plans that have ended may leave the list; one whose row was rejected is in the list, only not readable. */
function missingEntries(
  { entries, rejected, today }: Pick<Compared, "entries" | "rejected" | "today">,
  foundPlanIds: ReadonlySet<string>,
): RegisterEntry[] {
  const isMentioned = mentionOf(rejected);
  return entries.filter(
    (entry) =>
      isInForce(entry, today) && !entry.isKept && !foundPlanIds.has(entry.planId) && !isMentioned(entry),
  );
}

/** Whether a plan counts today: neither deleted nor ended before today. */
export function isInForce({ deletedOn, endOn }: RegisterEntry, today: LondonDate): boolean {
  return deletedOn === null && (endOn === null || endOn >= today);
}

/** Whether a rejected row speaks of this plan, as far as its person or case and its kind could be read. */
function mentionOf(rejected: readonly RejectedRow[]): (entry: RegisterEntry) => boolean {
  const people = new Set(rejected.map(({ nhsNumber, kind }) => `${nhsNumber ?? ""} ${kind ?? "any"}`));
  const cases = new Set(
    rejected
      .filter(({ localId }) => localId !== "")
      .map(({ localId, kind }) => `${localId} ${kind ?? "any"}`),
  );
  return ({ nhsNumber, kind, localId }) =>
    [kind, "any"].some((read) => people.has(`${nhsNumber} ${read}`) || cases.has(`${localId} ${read}`));
}
