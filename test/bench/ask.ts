import http from "node:http";
import { randomUUID } from "node:crypto";
import { z } from "zod";

const Answered = z.object({
  result: z.object({ data: z.object({ json: z.object({ answer: z.string() }) }) }),
});

export interface Asker {
  readonly origin: string;
  /** `name=value` of the sealed session cookie. */
  readonly cookie: string;
  readonly agent: http.Agent;
}

/** Asks the real procedure over HTTP; rejects unless a card came back. Gives the answer's kind. */
export async function ask(asker: Asker, nhsNumber: string): Promise<string> {
  const text = await mutate(asker, "lookup.child", { requestId: randomUUID(), nhsNumber });
  return Answered.parse(JSON.parse(text)).result.data.json.answer;
}

/** Calls a mutation over HTTP; rejects unless it was done. Gives what came back. */
export function mutate({ origin, cookie, agent }: Asker, procedure: string, input: object): Promise<string> {
  const body = JSON.stringify({ json: input });
  return send(`${origin}/api/trpc/${procedure}`, { agent, body, headers: { cookie } });
}

interface Sent {
  readonly agent: http.Agent;
  /** JSON to be posted; without it the address is read. */
  readonly body?: string;
  readonly headers: http.OutgoingHttpHeaders;
}

/** Sends one request over a connection that is kept; rejects unless it was answered with 200. Gives what came back. */
export function send(url: string, { agent, body, headers }: Sent): Promise<string> {
  const posted = body !== undefined && {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  };
  const options = {
    method: body === undefined ? "GET" : "POST",
    agent,
    headers: { ...headers, ...posted, host: "localhost" },
  };
  return new Promise((resolve, reject) => {
    const request = http.request(url.replace("localhost", "127.0.0.1"), options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${String(response.statusCode)}: ${text.slice(0, 300)}`));
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}
