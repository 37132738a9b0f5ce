import { setTimeout as sleep } from "node:timers/promises";
import { receiveFeed, tellFeed } from "@/server/api/receive-feed";
import type { FeedDesk } from "@/test/support/feed-desk";
import { feedNow, makeFeedFile, makeFeedToken, test as base } from "@/test/support/make-feed";
import { makeService, type TestService } from "@/test/support/make-service";

export interface Sending {
  readonly token?: string;
  readonly sequence?: string;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

interface Given {
  readonly service: TestService;
  readonly token: string;
  /** Knocks with the authority's token and list number 1, unless told otherwise, while a worker is at work. */
  readonly puts: (sending?: Sending) => Promise<Reply>;
  /** Asks what became of a list. */
  readonly gets: (sequence: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export const good = makeFeedFile([{}]);

/** Playwright's `test` with the door for an authority's system, and a worker behind it. */
export const test = base.extend<Given>({
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  token: async ({ world }, use) => use(await makeFeedToken(world)),
  puts: async ({ service, world, token, desk }, use) =>
    use(async (sending = {}) => {
      await desk.agreesWith(sending.body ?? good, feedNow);
      return besideWorker(desk, put(service, { token, code: world.authority.code, ...sending }));
    }),
  gets: async ({ service, world, token }, use) =>
    use((sequence, headers = {}) => {
      const address = { authorityCode: world.authority.code, sequence, now: feedNow };
      const request = new Request("http://localhost/api/feeds", {
        headers: { Authorization: `Bearer ${token}`, ...headers },
      });
      return tellFeed(service, request, address);
    }),
});

/** Takes lists in until there is a reply. */
async function besideWorker(desk: FeedDesk, replying: Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await Promise.race([replying, sleep(5)]);
    if (reply !== undefined) return reply;
    await desk.takesIn(feedNow);
  }
}

/** One knock, with no worker behind the door. */
export async function put(
  service: TestService,
  { token = "", code = "", sequence = "1", headers = {}, body = good }: Sending,
): Promise<Reply> {
  const request = new Request(`http://localhost/api/feeds/${code}/${sequence}`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv; charset=utf-8", ...headers },
    body: Buffer.from(body),
  });
  const response = await receiveFeed(service, request, { authorityCode: code, sequence, now: feedNow });
  const answer: unknown = await response.json();
  return { status: response.status, headers: response.headers, body: answer };
}
