import { randomUUID } from "node:crypto";
import { createServer } from "node:https";
import { makeCertificate } from "@/test/support/fake-push-certificate";
import { makeReceiverKeys, publicKeysOf } from "@/test/support/fake-push-encryption";
import { listen } from "@/test/support/fake-push-listener";
import type { BrowserSubscription } from "@/test/support/fake-push-service";

/** A push service on this machine that only notes what came and when, so that it takes no time from those it measures. */
export interface BenchPushService {
  readonly host: string;
  readonly certificateAuthorityPem: string;
  /** When the first request under a topic began to arrive, by `performance.now()` of this process. */
  readonly arrivals: ReadonlyMap<string, number>;
  makeSubscription(): BrowserSubscription;
  /** Waits until requests under all these topics have arrived, or patience is over. */
  waitFor(topics: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

const patienceMilliseconds = 60_000;

export async function startBenchPushService(): Promise<BenchPushService> {
  const { keyPem, certificatePem } = await makeCertificate();
  const arrivals = new Map<string, number>();
  const server = createServer({ key: keyPem, cert: certificatePem }, (request, response) => {
    const topic = request.headers["topic"];
    if (typeof topic === "string" && !arrivals.has(topic)) arrivals.set(topic, performance.now());
    request.resume().on("end", () => response.writeHead(201).end());
  });
  const door = await listen(server);

  return {
    host: door.host,
    certificateAuthorityPem: certificatePem,
    arrivals,
    makeSubscription: () => ({
      endpoint: `https://${door.host}/${randomUUID()}`,
      keys: publicKeysOf(makeReceiverKeys()),
    }),
    async waitFor(topics) {
      const giveUpAt = performance.now() + patienceMilliseconds;
      while (performance.now() < giveUpAt && !topics.every((topic) => arrivals.has(topic))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop: () => door.stop(),
  };
}
