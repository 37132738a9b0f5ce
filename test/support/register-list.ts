import { z } from "zod";
import { newcomers } from "@/server/demo/demographics/newcomers";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { askOwner } from "@/test/support/owner-database";

const Line = z.object({ line: z.string() });
const Sequence = z.object({ next: z.number() });

const header =
  "nhs_number,family_name,given_names,date_of_birth,local_id,plan_type,start_date,end_date,delete_date,due_date";

const wholeList = `
  select concat_ws(',', nhs_number, '"' || family_name || '"', '"' || given_names || '"', date_of_birth, local_id,
    case plan.kind when 'child-protection' then 'CPP' when 'looked-after' then 'LAC' else 'UCPP' end,
    start_on, coalesce(end_on::text, ''), coalesce(deleted_on::text, ''), coalesce(due_on::text, '')) as line
  from plan join subject on subject.id = subject_id join organisation on organisation.id = plan.authority_id
  where organisation.code = $1 order by nhs_number, start_on`;

const nextSequence = `
  select last_sequence + 1 as next from register_state
  join organisation on organisation.id = authority_id where code = $1`;

/** What an authority's own system would send today, row by row with the header. */
export interface OwnList {
  readonly lines: readonly string[];
  /** How many of the lines are plans. */
  readonly plans: number;
  /** The number under which it comes next. */
  readonly sequence: number;
  /** `E08000035_3.csv` */
  readonly fileName: string;
}

/** An authority's register, as it would send it. */
export async function ownList(ownerUrl: string, code: string): Promise<OwnList> {
  const plans = (await askOwner(ownerUrl, Line, wholeList, [code])).map(({ line }) => line);
  const [next] = await askOwner(ownerUrl, Sequence, nextSequence, [code]);
  const sequence = next?.next ?? 1;
  return { lines: [header, ...plans], plans: plans.length, sequence, fileName: `${code}_${sequence}.csv` };
}

/** Somebody whom demographics knows and no register does. */
export function newcomerNamed(familyName: string): StandInPatient {
  const found = newcomers.find(({ names }) => names[0]?.familyName === familyName);
  if (found === undefined) throw new Error(`no newcomer is called ${familyName}`);
  return found;
}

/** The row of a child protection plan of a newcomer. */
export function planOf(
  { nhsNumber, names, dateOfBirth }: StandInPatient,
  familyName = names[0]?.familyName,
): string {
  return `${nhsNumber},${familyName ?? ""},${names[0]?.givenNames.join(" ") ?? ""},${dateOfBirth},NEW-1,CPP,2026-11-01,,,`;
}
