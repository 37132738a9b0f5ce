import type pg from "pg";
import { feedColumns } from "@/server/domain/register/feed-file/feed-columns";
import { demographicsDigest } from "@/server/domain/register/tracing/demographics-digest";
import { writeCsv } from "@/server/vocabulary/csv";
import { nhsCheckDigit } from "@/server/vocabulary/nhs-number";

/** One authority's list for a measurement. */
export interface BenchList {
  readonly authorityId: string;
  readonly code: string;
  readonly sequence: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
}

interface RegisterRow {
  readonly cells: string[];
  readonly authority_id: string;
  readonly code: string;
  readonly sequence: number;
}

/**
 * Tomorrow's list of every authority: what the register holds, with one plan in a hundred ended and one in a hundred
 * new. Of the new children demographics was asked before, as of all others.
 */
export async function makeDailyLists(owner: pg.Pool): Promise<BenchList[]> {
  const { rows } = await owner.query<RegisterRow>(
    `select organisation.id as authority_id, organisation.code, last_sequence + 1 as sequence,
       array[nhs_number, family_name, given_names, date_of_birth::text, local_id,
         case plan.kind when 'child-protection' then 'CPP' when 'looked-after' then 'LAC' else 'UCPP' end,
         start_on::text, coalesce(end_on::text, ''), coalesce(deleted_on::text, ''), coalesce(due_on::text, '')] as cells
     from plan join subject on subject.id = subject_id join organisation on organisation.id = plan.authority_id
       join register_state on register_state.authority_id = organisation.id
     order by organisation.code, nhs_number`,
  );
  const ofAuthority = [...Map.groupBy(rows, ({ code }) => code).values()];
  const nobody = numbersFrom(997_000_000);
  const lists = ofAuthority.map((entries) => {
    const today = new Date().toISOString().slice(0, 10);
    const kept = entries.map(({ cells }, place) => (place % 100 === 0 ? cells.with(7, today) : cells));
    const added = entries
      .filter((_, place) => place % 100 === 50)
      .map(() => newChild(nobody.next().value, today));
    return { entry: entries[0], cells: [...kept, ...added], added };
  });
  for (const { entry, added } of lists)
    if (entry !== undefined) await traceBefore(owner, entry.authority_id, added);
  return lists.flatMap(({ entry, cells }) => (entry === undefined ? [] : [listOf(entry, cells)]));
}

/** A list of so many new children for an authority, all of whom were traced before. */
export async function makeNewList(owner: pg.Pool, count: number): Promise<BenchList> {
  const { rows } = await owner.query<Omit<RegisterRow, "cells">>(
    `select organisation.id as authority_id, organisation.code, last_sequence + 1 as sequence
     from organisation join register_state on authority_id = organisation.id order by organisation.code limit 1`,
  );
  const [entry] = rows;
  if (entry === undefined) throw new Error("there is no authority");
  const numbers = numbersFrom(995_000_000);
  const cells = Array.from({ length: count }, () => newChild(numbers.next().value, "2026-01-05"));
  await traceBefore(owner, entry.authority_id, cells);
  return listOf(entry, cells);
}

function newChild(nhsNumber: string, startOn: string): string[] {
  return [nhsNumber, "Newcomer", "Kit", "2016-05-04", `new-${nhsNumber}`, "CPP", startOn, "", "", ""];
}

function* numbersFrom(first: number): Generator<string, never> {
  for (let nine = first; ; nine += 1) {
    const check = nhsCheckDigit(String(nine));
    if (check !== undefined) yield `${String(nine)}${String(check)}`;
  }
}

async function traceBefore(owner: pg.Pool, authorityId: string, people: readonly string[][]): Promise<void> {
  const asked = demographicsDigest({ familyName: "Newcomer", givenNames: "Kit", dateOfBirth: "2016-05-04" });
  await owner.query(
    `insert into trace (authority_id, nhs_number, asked, traced_at, row_answer)
     select $1, unnest($2::text[]), $3, now(), 'CPR06' on conflict do nothing`,
    [authorityId, people.map(([nhsNumber]) => nhsNumber), asked],
  );
}

function listOf(
  { authority_id, code, sequence }: Omit<RegisterRow, "cells">,
  cells: readonly string[][],
): BenchList {
  const bytes = new TextEncoder().encode(writeCsv(feedColumns, cells));
  return { authorityId: authority_id, code, sequence, bytes, rows: cells.length };
}
