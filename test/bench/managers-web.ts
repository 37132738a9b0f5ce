import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startChild } from "@/server/demo/demo-child";
import { freePort } from "@/server/demo/demo-port";
import type { Product } from "@/server/demo/product";
import { waitUntilReady, webWords } from "@/server/demo/product-parts";

export interface ManagersWeb {
  /** By address, without a name to look up. */
  readonly origin: string;
  /** Ends it, and takes its log away. */
  stop(): Promise<void>;
}

/**
 * A second web process beside the product's own, for managers' pages, as docs/operations.md advises; with BENCH_WEBS=1 the
 * product's own. Throws if it does not start.
 */
export async function startManagersWeb({ origin, environment }: Product): Promise<ManagersWeb> {
  if (process.env["BENCH_WEBS"] === "1") return { origin: byAddress(origin), stop: () => Promise.resolve() };
  const port = await freePort();
  const logDirectory = await mkdtemp(path.join(tmpdir(), "lantern-managers-web-"));
  const web = startChild({ name: "managers-web", words: webWords(port), environment, logDirectory });
  const stop = async () => {
    await web.stop();
    await rm(logDirectory, { recursive: true, force: true });
  };
  const own = `http://localhost:${String(port)}`;
  try {
    await waitUntilReady(own, [web]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: byAddress(own), stop };
}

function byAddress(origin: string): string {
  return origin.replace("localhost", "127.0.0.1");
}
