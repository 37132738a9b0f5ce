import type { HostRooms } from "@/server/db/send-claims";
import type { HeldJob } from "@/server/db/outbox-claims";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** Sends under way at one push service at once, of one worker; as many connections are kept. */
export const share = 64;
/** So many sends in a row without any answer, and a push service gets one at a time. */
const silencesToDoubt = 8;

export interface PushHosts {
  /** What this send came to, as soon as it is known: its push service has room for another from then on. */
  readonly hear: (held: HeldJob, answer: Pick<PushAnswer, "kind">) => void;
  /** How many sends may begin at each push service beside those under way that it has not answered yet. */
  readonly roomsBeside: (underWay: Iterable<HeldJob>) => HostRooms;
}

/**
 * Keeps a push service that hangs from taking more than its share of a worker. One that has left eight in a row without
 * an answer is asked with a single send at a time, until it answers anything at all: then it has its share back.
 */
export function makePushHosts(): PushHosts {
  const silences = new Map<string, number>();
  const answered = new WeakSet<HeldJob>();
  const shareOf = (host: string) => ((silences.get(host) ?? 0) >= silencesToDoubt ? 1 : share);

  return {
    hear: (held, { kind }) => {
      answered.add(held);
      const host = held.pushHost;
      if (host === undefined) return;
      if (kind === "unreachable") silences.set(host, (silences.get(host) ?? 0) + 1);
      else silences.delete(host);
    },
    roomsBeside: (underWay) => {
      const left = new Map([...silences.keys()].map((host) => [host, shareOf(host)]));
      for (const held of underWay) {
        const host = held.pushHost;
        if (host !== undefined && !answered.has(held)) left.set(host, (left.get(host) ?? share) - 1);
      }
      return { usual: share, left };
    },
  };
}
