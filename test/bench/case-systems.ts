import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export interface CaseSystems {
  readonly hosts: readonly string[];
  /** When the next so many notices have come; when each came, by `performance.now()`. */
  afterNext(count: number): Promise<readonly number[]>;
  stop(): Promise<void>;
}

/** Servers of suppliers on this machine, which take whatever they are told. */
export async function startCaseSystems(count: number): Promise<CaseSystems> {
  let heard: (at: number) => void = () => undefined;
  const servers = Array.from({ length: count }, () =>
    createServer((request, response) => {
      if (request.url === "/lantern") heard(performance.now());
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
    async stop() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => once(server.close(), "close")));
    },
  };
}
