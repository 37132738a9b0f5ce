import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { plainCell } from "@/server/vocabulary/csv";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";
import { ToldPlan } from "@/server/vocabulary/told-plan";

const Content = z.object({ bytes: z.instanceof(Uint8Array) });

/** One plan as the person's own authority told it; kept until the next list is applied. */
export async function readToldPlan(work: Work, feedId: FeedId): Promise<ToldPlan> {
  const own = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: unknown[] = await work.tx.$queryRaw`
    select bytes from feed_content join feed on feed.id = feed_id
    where feed.id = ${feedId}::uuid and feed.kind = 'plan' and feed.authority_id = any (${own}::uuid[])`;
  if (rows.length === 0) throw new Refusal("not-found", "What was told is no longer kept.");

  const text = new TextDecoder().decode(Content.parse(rows[0]).bytes);
  const [row] = z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
  await recordAudit(work, { action: "feed:read", outcome: "done", concerns: feedId });
  return ToldPlan.parse(
    Object.fromEntries(Object.entries(row ?? {}).map(([column, cell]) => [column, plainCell(cell)])),
  );
}
