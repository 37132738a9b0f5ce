import { z } from "zod";
import { readJson } from "@/server/api/read-json";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { readReceiptToken } from "@/server/domain/push/receipt-token";
import { receiptMilestones, recordReceipt } from "@/server/domain/push/record-receipt";
import { systemActor } from "@/server/vocabulary/actor";

const mostBytes = 1_024;
const Receipt = z.object({ receipt: z.string().max(200), milestone: z.enum(receiptMilestones) });

type ReceiptService = Pick<Service, "configuration" | "database" | "log">;

/**
 * A service worker reports that it showed a push, or that it was opened: 204, however often. The token is the right to
 * say so, hence no session: 400 for anything that is not a receipt, 403 for a token that we did not make, 503 where it
 * could not be written, so that the phone tries again.
 */
export async function receiveReceipt(
  service: ReceiptService,
  request: Request,
  now: Date,
): Promise<Response> {
  const receipt = Receipt.safeParse(await readJson(request, mostBytes)).data;
  if (!receipt) return new Response(null, { status: 400 });

  const noticeId = readReceiptToken(receipt.receipt, service.configuration.RECEIPT_KEY);
  if (noticeId === undefined) return new Response(null, { status: 403 });

  try {
    const occasion = { actor: systemActor("push-receipts"), now };
    await withWork(service.database, occasion, (work) => {
      return recordReceipt(work, { noticeId, milestone: receipt.milestone });
    });
  } catch (error) {
    service.log.error(
      { noticeId, error: error instanceof Error ? error.name : "unknown" },
      "receipt not recorded",
    );
    return new Response(null, { status: 503 });
  }
  return new Response(null, { status: 204 });
}
