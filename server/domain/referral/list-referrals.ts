import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { AlertId, ReferralId } from "@/server/vocabulary/ids";
import { referralDecisions } from "@/server/vocabulary/referral-decision";

const instant = z.string().transform((text) => new Date(text));

const ReferralRow = z.object({
  referralId: ReferralId,
  reference: z.string(),
  authorityName: z.string(),
  organisationName: z.string(),
  referrerName: z.string(),
  concern: z.string(),
  madeAt: z.date(),
  dueAt: z.date(),
  isOverdue: z.boolean(),
  decision: z.enum(referralDecisions).nullable(),
  decisionNote: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  /** The alerts of its children; nothing in the list says who a child is. */
  children: z.array(z.object({ alertId: AlertId, reference: z.string(), raisedAt: instant })),
});
export type Referral = Readonly<z.infer<typeof ReferralRow>>;

const mostReferrals = 100;
const shownDays = 30;

/**
 * The referrals of the person's authorities, or those that the person made: undecided ones first, the longest overdue on
 * top, then those of the last 30 days. At most 100.
 */
export async function listReferrals(work: Work): Promise<readonly Referral[]> {
  const { tx, actor, now } = work;
  if (actor.kind !== "person") return [];
  const rows: unknown[] = await tx.$queryRaw`
    select referral.id as "referralId", reference, authority.name as "authorityName",
      organisation.name as "organisationName", person.name as "referrerName", concern, made_at as "madeAt",
      due_at as "dueAt", decision is null and due_at < ${now}::timestamptz as "isOverdue", decision,
      decision_note as "decisionNote", decider.name as "decidedBy", decided_at as "decidedAt",
      (select json_agg(json_build_object('alertId', alert.id, 'reference', alert.reference, 'raisedAt', alert.raised_at)
          order by alert.raised_at)
        from referral_alert child join alert on alert.id = child.alert_id where child.referral_id = referral.id)
        as children
    from referral
      join organisation authority on authority.id = referral.authority_id
      join organisation on organisation.id = referral.organisation_id
      join person on person.id = referral.person_id
      left join person decider on decider.id = referral.decided_by_id
    where (referral.authority_id = any (${actor.authorityIds}::uuid[]) or referral.person_id = ${actor.personId}::uuid)
      and (decision is null or made_at > ${now}::timestamptz - make_interval(days => ${shownDays}))
    order by decision is not null, case when decision is null then due_at end, made_at desc
    limit ${mostReferrals}`;
  await recordAudit(work, {
    action: "referral:read",
    outcome: "done",
    detail: `list of ${String(rows.length)}`,
  });
  return rows.map((row) => ReferralRow.parse(row));
}
