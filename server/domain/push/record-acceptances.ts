import type { Work } from "@/server/db/work";
import type { NoticeId } from "@/server/vocabulary/ids";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

export interface Acceptance {
  readonly noticeId: NoticeId;
  readonly answer: Extract<PushAnswer, { kind: "accepted" }>;
}

/**
 * Puts on record of many notices at once that whoever delivers them took them, as `recordNoticeAnswer` does of one. A
 * notice that has come to an end meanwhile stays as it is.
 */
export async function recordAcceptances({ tx, now }: Work, taken: readonly Acceptance[]): Promise<void> {
  if (taken.length === 0) return;

  await tx.$executeRaw`
    update notice set accepted_at = ${now}, last_answer = reason, last_status_code = status_code,
      delivery_id = taken.delivery_id
    from unnest(
      ${taken.map(({ noticeId }) => noticeId)}::uuid[],
      ${taken.map(({ answer }) => answer.reason)}::text[],
      ${taken.map(({ answer }) => answer.statusCode)}::int[],
      ${taken.map(({ answer }) => answer.deliveryId ?? null)}::text[]
    ) as taken (id, reason, status_code, delivery_id)
    where notice.id = taken.id
      and accepted_at is null and shown_at is null and failed_at is null and expired_at is null`;
}
