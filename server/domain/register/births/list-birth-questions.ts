import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";

const OpenBirth = z.object({
  planId: z.uuid(),
  nhsNumber: z.string(),
  familyName: z.string(),
  givenNames: z.string(),
  localId: z.string(),
  endOn: z.string(),
  askedAt: z.date(),
  /** The number that whoever was with the mother told; a help to find the right one, and used for nothing. */
  toldNumber: z.string().nullable(),
});
/** A child who was born and is not yet known under a number of its own, by the mother's ended plan. */
export type OpenBirth = Readonly<z.infer<typeof OpenBirth>>;

const mostShown = 200;

/** For which births of the person's authorities the child's number is awaited, the longest awaited first. */
export async function listBirthQuestions(work: Work): Promise<OpenBirth[]> {
  const own = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: unknown = await work.tx.$queryRaw`
    select plan.id as "planId", nhs_number as "nhsNumber", family_name as "familyName", given_names as "givenNames",
      local_id as "localId", end_on::text as "endOn", asked_at as "askedAt",
      (select child_nhs_number from birth_report told join alert on alert.id = told.alert_id
        where alert.subject_id = plan.subject_id and alert.authority_id = question.authority_id
          and child_nhs_number is not null
        order by reported_at desc limit 1) as "toldNumber"
    from birth_question question join plan on plan.id = question.plan_id join subject on subject.id = plan.subject_id
    where question.authority_id = any (${own}::uuid[]) and answer is null and end_on is not null and deleted_on is null
    order by asked_at, local_id limit ${mostShown}::int`;
  await recordAudit(work, { action: "feed:read", outcome: "done", detail: "births" });
  return z.array(OpenBirth).parse(rows);
}
