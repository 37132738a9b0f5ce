import { TRPCError } from "@trpc/server";
import type { Context } from "@/server/api/context";
import type { PermittedContext } from "@/server/api/procedures";
import { watchChanges } from "@/server/api/watch-changes";
import { feedsChannel } from "@/server/domain/register/delivery/feeds-channel";
import { readProgress, type DeliveryProgress } from "@/server/domain/register/delivery/read-progress";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** How far a delivery is, now and whenever it comes further, until the client goes away. */
export function watchDelivery(
  context: Pick<Context & PermittedContext, "service" | "actor">,
  signal: AbortSignal | undefined,
  feedId: FeedId,
): AsyncGenerator<DeliveryProgress> {
  return watchChanges(context, signal, {
    channel: feedsChannel,
    read: (work) => readProgress(work, feedId).catch(asProcedureError),
    isConcerned: (changed) => changed === feedId,
  });
}

/** A stream is read after the procedure has returned: what it throws has to be in tRPC's dialect already. */
function asProcedureError(cause: unknown): never {
  if (cause instanceof Refusal) throw new TRPCError({ code: "NOT_FOUND", message: cause.message, cause });
  throw cause;
}
