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
});
/** A child who was born and is not yet known under a number of its own, by the mother's ended plan. */
export type OpenBirth = Readonly<z.infer<typeof OpenBirth>>;

const mostShown = 200;

/** For which births of the person's authorities the child's number is awaited, the longest awaited first. */
export async function listBirthQuestions(work: Work): Promise<OpenBirth[]> {
  const own = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: unknown = await work.tx.$queryRaw`
    select plan.id as "planId", nhs_number as "nhsNumber", family_name as "familyName", given_names as "givenNames",
      local_id as "localId", end_on::text as "endOn", asked_at as "askedAt"
    from birth_question question join plan on plan.id = question.plan_id join subject on subject.id = plan.subject_id
    where question.authority_id = any (${own}::uuid[]) and answer is null and end_on is not null and deleted_on is null
    order by asked_at, local_id limit ${mostShown}::int`;
  await recordAudit(work, { action: "feed:read", outcome: "done", detail: "births" });
  return z.array(OpenBirth).parse(rows);
}
