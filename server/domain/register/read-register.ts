import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { RegisterEntry } from "@/server/domain/register/compare-feed";
import type { OrganisationId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { planKinds } from "@/server/vocabulary/plan-kind";

// Checked when it was loaded; the column takes nothing else.
const StoredNumber = z.string().transform((digits) => digits as NhsNumber);

const EntryRows = z.array(
  z.object({
    planId: z.uuid(),
    nhsNumber: StoredNumber,
    familyName: z.string(),
    givenNames: z.string(),
    dateOfBirth: z.string(),
    supersededBy: StoredNumber.nullable(),
    localId: z.string(),
    kind: z.enum(planKinds),
    startOn: z.string(),
    endOn: z.string().nullable(),
    deletedOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    isMissing: z.boolean(),
    isKept: z.boolean(),
    isTold: z.boolean(),
  }),
);

/** Every plan that an authority has in the register, ended and deleted ones too. */
export async function readRegister(work: Work, authorityId: OrganisationId): Promise<RegisterEntry[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select p.id as "planId", s.nhs_number as "nhsNumber", s.family_name as "familyName",
      s.given_names as "givenNames", s.date_of_birth::text as "dateOfBirth", s.superseded_by as "supersededBy",
      p.local_id as "localId", p.kind, p.start_on::text as "startOn", p.end_on::text as "endOn",
      p.deleted_on::text as "deletedOn", p.due_on::text as "dueOn",
      p.missing_from_feed_id is not null as "isMissing", p.kept_at is not null as "isKept",
      p.told_at is not null as "isTold"
    from plan p join subject s on s.id = p.subject_id
    where p.authority_id = ${authorityId}::uuid`;

  return EntryRows.parse(rows);
}
