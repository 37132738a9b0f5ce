import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { personOf } from "@/server/domain/rota/write-changes";

/**
 * A secret under which a calendar program fetches one's own shifts. It is given this once; only its digest is kept. An
 * earlier one opens nothing any more.
 */
export async function issueCalendarLink(work: Work): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await endLinks(work);
  const rows: unknown[] = await work.tx.$queryRaw`
    insert into calendar_link (person_id, digest, issued_at)
    values (${personOf(work)}::uuid, ${calendarDigest(secret)}, ${work.now}::timestamptz) returning id`;
  const concerns = z.object({ id: z.uuid() }).parse(rows[0]).id;
  await recordAudit(work, {
    action: "shift:change",
    outcome: "done",
    detail: "calendar address made",
    concerns,
  });
  return secret;
}

/** No address of one's calendar opens anything any more. A second time changes nothing. */
export async function revokeCalendarLink(work: Work): Promise<void> {
  await endLinks(work);
  await recordAudit(work, { action: "shift:change", outcome: "done", detail: "calendar address revoked" });
}

async function endLinks(work: Work): Promise<void> {
  await work.tx.$executeRaw`
    update calendar_link set revoked_at = ${work.now}::timestamptz
    where person_id = ${personOf(work)}::uuid and revoked_at is null`;
}

/** What is kept of a secret: it is long and random, so that a plain digest gives nothing away. */
export function calendarDigest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
