import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below what a system hands out to whoever calls somewhere (from 32768 on Linux, from 49152 elsewhere): a port of those
 * may be gone again by the time a server comes to listen there.
 */
const first = 20_000;
const count = 12_000;
const attempts = 100;

/** Whether something listens on this port of this machine already. */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(true);
    });
    probe.listen({ port, host: "127.0.0.1" }, () => {
      probe.close(() => {
        resolve(false);
      });
    });
  });
}

/** A port that nobody uses at this moment, and that nobody is given who asks for none by name. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = first + randomInt(count);
    if (!(await isPortTaken(port))) return port;
  }
  throw new Error(`No free port was found between ${first} and ${first + count}: end what listens there.`);
}
