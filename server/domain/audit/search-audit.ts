import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AuditSearch } from "@/server/vocabulary/audit-search";
import { auditOutcomes } from "@/server/vocabulary/audited-action";
import { londonDate } from "@/server/vocabulary/london-time";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import type { PageCursor } from "@/server/vocabulary/page-cursor";
import { periodOf, type Period } from "@/server/vocabulary/period";
import { Refusal } from "@/server/vocabulary/refusal";

const AuditRow = z.object({
  id: z.uuid(),
  at: z.date(),
  person: z.string(),
  role: z.string().nullable(),
  setting: z.string().nullable(),
  action: z.string(),
  outcome: z.enum(auditOutcomes),
  detail: z.string().nullable(),
  nhs_number: z.string().nullable(),
  concerns: z.string().nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;

export interface AuditPage {
  readonly asAt: Date;
  readonly rows: readonly AuditRow[];
  /** Where the next page begins; undefined on the last. */
  readonly next: PageCursor | undefined;
}

const pageLength = 50;
/** What is searched for is read row by row. */
const longestSearchDays = 366;

/**
 * What people of the searcher's own organisation did or tried, newest first, 50 a page. The search is itself put on
 * record, with the NHS number that was searched for: whoever looks is known. Refuses an NHS number that fails its
 * check and a first day after the last.
 */
export async function searchAudit(work: Work, search: AuditSearch): Promise<AuditPage> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can search the audit.");

  const nhsNumber = search.nhsNumber === "" ? undefined : readNhsNumber(search.nhsNumber);
  const period = periodOf(search, work.now, longestSearchDays);
  const found = await findRows(work, { search, period, nhsNumber, searcher: actor });
  await recordAudit(work, {
    action: "audit:search",
    outcome: "done",
    detail: describe(search, period),
    ...(nhsNumber !== undefined && { nhsNumber }),
  });

  const rows = found.slice(0, pageLength);
  const last = rows.at(-1);
  const next = found.length > pageLength && last ? { at: last.at, id: last.id } : undefined;
  return { asAt: work.now, rows, next };
}

function readNhsNumber(text: string): NhsNumber {
  const parsed = parseNhsNumber(text);
  if (!parsed.ok) throw new Refusal("invalid", parsed.message);
  return parsed.nhsNumber;
}

interface Question {
  readonly search: AuditSearch;
  readonly period: Period;
  readonly nhsNumber: NhsNumber | undefined;
  readonly searcher: PersonActor;
}

async function findRows(work: Work, { search, period, nhsNumber, searcher }: Question): Promise<AuditRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select audit.id, happened_at as at, actor_name as person, role, care_setting.name as setting, action, outcome,
      detail, nhs_number, concerns
    from audit left join care_setting on care_setting.id = audit.care_setting_id
    where audit.organisation_id = ${searcher.organisationId}::uuid
      and happened_at >= ${period.startsAt} and happened_at < ${period.endsAt}
      and ${given(search.person, Prisma.sql`strpos(lower(actor_name), lower(${search.person})) > 0`)}
      and ${given(search.action, Prisma.sql`action = ${search.action}`)}
      and ${given(search.outcome, Prisma.sql`outcome = ${search.outcome}`)}
      and ${given(nhsNumber, Prisma.sql`nhs_number = ${nhsNumber}`)}
      and ${given(search.after, Prisma.sql`(happened_at, audit.id) < (${search.after?.at}, ${search.after?.id}::uuid)`)}
    order by happened_at desc, audit.id desc limit ${pageLength + 1}`;
  return z.array(AuditRow).parse(rows);
}

/** A condition that holds only where something was asked for. */
function given(asked: unknown, condition: Prisma.Sql): Prisma.Sql {
  return asked === undefined || asked === "" ? Prisma.sql`true` : condition;
}

/** What was searched by, for the record; the words typed may be a name and are left out. */
function describe({ person, action, outcome, after }: AuditSearch, { from, to }: Period): string {
  const parts = [
    `${from} to ${to}`,
    person === "" ? undefined : "by person",
    action,
    outcome,
    after && `from ${londonDate(after.at)} back`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
