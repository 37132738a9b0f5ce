import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startChild } from "@/server/demo/demo-child";
import { freePort } from "@/server/demo/demo-port";
import type { Product } from "@/server/demo/product";
import { waitUntilReady, webWords } from "@/server/demo/product-parts";

export interface SecondWeb {
  /** Where a proxy in front of both would reach it. */
  readonly origin: string;
  /** Ends it, and takes its log away. */
  stop(): Promise<void>;
}

/** A second web process beside the product's own, with the same settings. Throws if it does not start. */
export async function startSecondWeb({ environment }: Pick<Product, "environment">): Promise<SecondWeb> {
  const port = await freePort();
  const logDirectory = await mkdtemp(path.join(tmpdir(), "lantern-second-web-"));
  const web = startChild({ name: "second-web", words: webWords(port), environment, logDirectory });
  const stop = async () => {
    await web.stop();
    await rm(logDirectory, { recursive: true, force: true });
  };
  const origin = `http://localhost:${String(port)}`;
  try {
    await waitUntilReady(origin, [web]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}
