import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface CaseSystems {
  readonly hosts: readonly string[];
  /** When the next so many notices have come; when each came, by `performance.now()`. */
  afterNext(count: number): Promise<readonly number[]>;
  /** When nothing has come for so long. */
  quiet(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** Servers of suppliers on this machine, which take whatever they are told. */
export async function startCaseSystems(count: number): Promise<CaseSystems> {
  let heard: (at: number) => void = () => undefined;
  let lastAt = performance.now();
  const servers = Array.from({ length: count }, () =>
    createServer((request, response) => {
      if (request.url === "/lantern") heard((lastAt = performance.now()));
      request.resume().on("end", () => response.writeHead(204).end());
    }),
  );
  await Promise.all(servers.map((server) => once(server.listen(0, "127.0.0.1"), "listening")));
  const portOf = (address: AddressInfo | string | null) =>
    address !== null && typeof address === "object" ? String(address.port) : "";

  return {
    hosts: servers.map((server) => `127.0.0.1:${portOf(server.address())}`),
    afterNext: (wanted) =>
      new Promise((resolve) => {
        const arrivals: number[] = [];
        heard = (at) => {
          if (arrivals.push(at) === wanted) resolve(arrivals);
        };
      }),
    async quiet(milliseconds) {
      while (performance.now() - lastAt < milliseconds) await sleep(milliseconds / 10);
    },
    async stop() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => once(server.close(), "close")));
    },
  };
}
