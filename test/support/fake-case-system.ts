import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { once } from "node:events";
import { z } from "zod";

/** What a case system of the tests answers a delivery with; `hang` answers nothing at all. */
export type CaseSystemReply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | "hang";

export interface ReceivedDelivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An authority's case system on this machine: a real server over a real socket. */
export interface FakeCaseSystem {
  readonly url: string;
  readonly host: string;
  readonly received: ReceivedDelivery[];
  /** Connections so far, answered or not. */
  readonly connections: () => number;
  /** From now on. */
  answerWith(reply: CaseSystemReply): void;
  /** Resolves at the next delivery. */
  nextDelivery(): Promise<ReceivedDelivery>;
  /** Breaks off whatever it has not answered. */
  hangUp(): void;
  stop(): Promise<void>;
}

const Bound = z.object({ port: z.number() });

export async function startFakeCaseSystem(): Promise<FakeCaseSystem> {
  const received: ReceivedDelivery[] = [];
  const waiting: ((delivery: ReceivedDelivery) => void)[] = [];
  let reply: CaseSystemReply = { status: 204 };
  let connections = 0;

  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const delivery = { path: request.url ?? "", headers: request.headers, body };
      received.push(delivery);
      for (const resolve of waiting.splice(0)) resolve(delivery);
      answer(response, reply);
    });
  });
  server.on("connection", () => (connections += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${String(Bound.parse(server.address()).port)}`;

  return {
    url: `http://${host}/lantern`,
    host,
    received,
    connections: () => connections,
    answerWith: (next) => {
      reply = next;
    },
    nextDelivery: () => new Promise((resolve) => waiting.push(resolve)),
    hangUp: () => {
      server.closeAllConnections();
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function answer(response: ServerResponse, reply: CaseSystemReply): void {
  if (reply === "hang") return;
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
