import { createServer, type IncomingMessage, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { answerAuth } from "@/server/api/answer-auth";
import { backChannelSignOut } from "@/server/api/back-channel-sign-out";
import type { Service } from "@/server/api/service";
import { signOut } from "@/server/api/sign-out";

export interface Door {
  readonly origin: string;
  /** Opens the door with the service whose settings name this origin. */
  open(service: Service): void;
  stop(): Promise<void>;
}

/** The sign-in of the people's door over real HTTP, as its route files give it, and a blank page at every other address. */
export async function startDoor(): Promise<Door> {
  let service: Service | undefined;
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await toRequest(incoming, originOf(server));
      const response = await answer(service, request);
      for (const [name, value] of response.headers)
        if (name !== "set-cookie") outgoing.setHeader(name, value);
      outgoing.setHeader("set-cookie", response.headers.getSetCookie());
      outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = originOf(server);
  // The library reads its own address from here and nowhere else.
  process.env["NEXTAUTH_URL"] = origin;

  return {
    origin,
    open: (opened) => {
      service = opened;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(service: Service | undefined, request: Request): Promise<Response> {
  if (service === undefined) return new Response(null, { status: 503 });
  const { pathname } = new URL(request.url);
  const now = new Date();
  if (pathname === "/sign-out" && request.method === "POST") return signOut(service, request, now);
  if (pathname === "/api/auth/back-channel-sign-out") return backChannelSignOut(service, request, now);
  if (pathname.startsWith("/api/auth/")) return answerAuth(service, request, now);
  return new Response("a page");
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === "string") headers.set(name, value);
  const body = incoming.method === "POST" ? new Uint8Array(await buffer(incoming)) : null;
  return new Request(new URL(incoming.url ?? "/", origin), {
    method: incoming.method ?? "GET",
    headers,
    body,
  });
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the door has no port");
  return `http://localhost:${String(address.port)}`;
}
