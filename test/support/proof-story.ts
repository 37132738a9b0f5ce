import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import webPush from "web-push";
import { receiveProof } from "@/server/api/receive-proof";
import { withWork } from "@/server/db/work";
import { freePort } from "@/server/demo/demo-port";
import { readDelivery, type Delivery } from "@/server/domain/insight/read-delivery";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { systemActor } from "@/server/vocabulary/actor";
import { test as base } from "@/test/support/database";
import { makeJobService, type TestJobService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

/** The service that pushes to itself, with the clock in the test's hand: times are minutes since the beginning. */
export interface ProofStory {
  readonly service: TestJobService;
  readonly world: World;
  readonly at: (minutes: number) => Date;
  /** The address to which the service pushes. */
  readonly door: string;
  /** What the door was sent, the newest last. */
  readonly received: readonly Request[];
  webGoesDown(): Promise<void>;
  /** The web is there, with these settings of its own in place of the worker's. */
  webIsUp(change?: Readonly<Record<string, string>>): Promise<void>;
  /** Something else is there in place of the web. */
  somethingElseIsUp(answer: () => Response): Promise<void>;
  /** Sends to the web once more what it has had already, changed as told; gives the status. */
  sendAgain(change?: { readonly body?: string; readonly authorization?: string }): Promise<number>;
  /** Asks the timetable and does what is due, as a worker does all the time. */
  workAt(minutes: number, as?: TestJobService): Promise<void>;
  deliveryAt(minutes: number): Promise<Delivery>;
  /** `proven`, or why not, the oldest first. */
  proofs(): Promise<string[]>;
}

/** Playwright's `test` with such a story; the web is up. */
export const test = base.extend<{ readonly story: ProofStory }>({
  story: async ({ freshDatabase }, use) => {
    // The library signs by the clock of the machine, so the story plays now; nothing waits for that clock.
    const beginning = new Date();
    const { appUrl, ownerUrl } = await freshDatabase();
    const web = await startWeb();
    const vapid = webPush.generateVAPIDKeys();
    const settings = {
      NEXTAUTH_URL: web.origin,
      VAPID_PUBLIC_KEY: vapid.publicKey,
      VAPID_PRIVATE_KEY: vapid.privateKey,
    };
    const service = makeJobService(appUrl, settings);
    const world = await makeWorld({ appUrl, ownerUrl }, beginning);
    const opened: TestJobService[] = [];
    const parts = { service, world, web, beginning };
    const story = makeStory(parts, (change) => {
      const own = makeJobService(appUrl, { ...settings, ...change });
      opened.push(own);
      return own;
    });
    await story.webIsUp();
    await use(story);
    await web.stop();
    await Promise.all([service, ...opened].map((one) => one.stop()));
  },
});

interface Web {
  readonly origin: string;
  readonly received: Request[];
  answer: (request: Request) => Promise<Response>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Parts extends Pick<ProofStory, "service" | "world"> {
  readonly web: Web;
  readonly beginning: Date;
}

function makeStory(
  { service, world, web, beginning }: Parts,
  makeWebService: (change: Readonly<Record<string, string>>) => TestJobService,
): ProofStory {
  const at = (minutes: number) => new Date(beginning.getTime() + minutes * 60_000);
  let now = beginning;
  const asSystem = { actor: systemActor("worker") };

  return {
    service,
    world,
    at,
    door: `${web.origin}/api/push/proofs`,
    received: web.received,
    webGoesDown: web.stop,
    webIsUp: async (change = {}) => {
      const webService = makeWebService(change);
      web.answer = (request) => receiveProof(webService, request, now);
      await web.start();
    },
    somethingElseIsUp: async (answer) => {
      web.answer = async () => answer();
      await web.start();
    },
    sendAgain: async ({ body, authorization } = {}) => {
      const sent = web.received.at(-1);
      if (!sent) throw new Error("nothing was sent yet");
      const headers = new Headers(sent.headers);
      if (authorization !== undefined) headers.set("authorization", authorization);
      headers.delete("content-length");
      const bytes = body ?? (await sent.clone().arrayBuffer());
      const again = await fetch(sent.url, { method: "POST", headers, body: bytes });
      return again.status;
    },
    workAt: async (minutes, as = service) => {
      now = at(minutes);
      await withWork(service.database, { ...asSystem, now }, (work) => beginTurns(work, timetable));
      await runDueJobs(as, now);
    },
    deliveryAt: (minutes) => withWork(service.database, { ...asSystem, now: at(minutes) }, readDelivery),
    proofs: async () => {
      const rows = await world.sql(
        `select case when proven_at is null then coalesce(failure, 'open') else 'proven' end as line
         from delivery_proof order by begun_at, id`,
      );
      return rows.map(({ line }) => String(line));
    },
  };
}

/** A web with a port of its own, to which it comes back. */
async function startWeb(): Promise<Web> {
  let server: Server | undefined;
  const web: Web = {
    origin: `http://127.0.0.1:${await freePort()}`,
    received: [],
    answer: async () => new Response(null, { status: 503 }),
    start: async () => {
      await web.stop();
      server = createServer((incoming, outgoing) => void pass(web, incoming, outgoing));
      await listen(server, Number(new URL(web.origin).port));
    },
    stop: async () => {
      if (!server?.listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server?.close(resolve));
    },
  };
  return web;
}

async function pass(web: Web, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const body = new Uint8Array(await buffer(incoming));
  const request = new Request(new URL(incoming.url ?? "/", web.origin), { method: "POST", headers, body });
  web.received.push(request.clone());
  const response = await web.answer(request);
  outgoing.writeHead(response.status).end(await response.text());
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}
