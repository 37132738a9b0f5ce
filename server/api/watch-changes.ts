import { TRPCError } from "@trpc/server";
import type { Context } from "@/server/api/context";
import type { PermittedContext } from "@/server/api/procedures";
import { withWork, type Work } from "@/server/db/work";
import { isSessionOpen } from "@/server/domain/access/is-session-open";
import { makeBell } from "@/server/vocabulary/bell";

/** A change that was not heard of (a lost connection) is seen after this time all the same. */
const pollMilliseconds = 5_000;

interface Watched<Seen> {
  /** On which ids of what has changed are heard. */
  readonly channel: string;
  readonly read: (work: Work) => Promise<Seen>;
  /** Whether a change of this one can change what was last seen. */
  readonly isConcerned: (id: string, seen: Seen) => boolean;
}

/**
 * Gives what `read` sees, now and whenever it changes, until the client goes away or the session closes. Watching does
 * not keep a session open: only a person's own acts do.
 */
export async function* watchChanges<Seen>(
  { service, actor }: Pick<Context & PermittedContext, "service" | "actor">,
  signal: AbortSignal | undefined,
  { channel, read, isConcerned }: Watched<Seen>,
): AsyncGenerator<Seen> {
  let last: Seen | undefined;
  let lastText = "";
  const bell = makeBell();
  const stopHearing = service.listener.hear(channel, (id) => {
    if (last === undefined || isConcerned(id, last)) bell.ring();
  });
  signal?.addEventListener("abort", () => bell.ring(), { once: true });

  try {
    while (signal?.aborted !== true) {
      const now = new Date();
      last = await withWork(service.database, { actor, now }, async (work) => {
        if (!(await isSessionOpen(work)))
          throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in to go on." });
        return read(work);
      });
      const text = JSON.stringify(last);
      if (text !== lastText) yield last;
      lastText = text;
      await bell.rung(pollMilliseconds);
    }
  } finally {
    stopHearing();
  }
}
