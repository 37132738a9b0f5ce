import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { expect } from "@playwright/test";
import { fhirJson } from "@/server/standards/fhir/negotiate";
import { faultsIn } from "@/test/support/fhir-schema";

export interface StandardsDoor {
  readonly origin: string;
  stop(): Promise<void>;
}

type Answer = (request: Request) => Promise<Response> | Response;

/**
 * The door for systems over a real socket, for clients that know nothing of it but its address. Whoever stops it learns
 * whether all FHIR that it answered was FHIR.
 */
export async function startStandardsDoor(answer: Answer): Promise<StandardsDoor> {
  const faults: string[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const response = await answer(await toRequest(incoming));
      if (response.headers.get("content-type") === fhirJson)
        faults.push(...faultsIn(await response.clone().json()));
      for (const [name, value] of response.headers) outgoing.setHeader(name, value);
      outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the door has no port");

  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      expect(faults, "of FHIR R4's JSON schema").toEqual([]);
    },
  };
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const method = incoming.method ?? "GET";
  const body = method === "POST" ? new Uint8Array(await buffer(incoming)) : null;
  return new Request(new URL(incoming.url ?? "/", "http://127.0.0.1"), { method, headers, body });
}
