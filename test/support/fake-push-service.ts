import { EventEmitter, once } from "node:events";
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { serveAutopush, type Acknowledgement } from "@/test/support/fake-push-autopush";
import { makeCertificate } from "@/test/support/fake-push-certificate";
import { makeReceiverKeys, publicKeysOf } from "@/test/support/fake-push-encryption";
import { checkPush, FakePushRefusal, type CheckedPush } from "@/test/support/fake-push-endpoint";
import { listen } from "@/test/support/fake-push-listener";
import {
  FakeSubscriptions,
  type FakeAnswer,
  type FakeSubscription,
} from "@/test/support/fake-push-subscriptions";

/** A push that kept the protocol, and what the service answered. */
export type FakeDelivery = CheckedPush & { readonly endpoint: string; readonly answer: FakeAnswer };

/** A request that broke the protocol: `deliveries` never holds one of these. */
export type FakeRejection = { readonly endpoint: string; readonly status: number; readonly problem: string };

export type BrowserSubscription = {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
};

export type FakePushService = {
  /** Where pushes are posted, such as `https://127.0.0.1:41234`. */
  readonly httpsOrigin: string;
  /** The entry for a list of allowed hosts, such as `127.0.0.1:41234`. */
  readonly host: string;
  /** Where a Firefox connects (`dom.push.serverURL`). */
  readonly wsUrl: string;
  readonly certificateAuthorityPem: string;
  readonly deliveries: readonly FakeDelivery[];
  readonly rejections: readonly FakeRejection[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** A device whose keys this service holds, so that it can read what the device would. */
  readonly makeSubscription: (applicationServerKey?: string) => BrowserSubscription;
  /** What to answer to the next pushes for a subscription, in order; the last answer stays. */
  readonly answerWith: (endpoint: string, ...answers: FakeAnswer[]) => void;
  /** From now on everything is taken and nothing answered, until what is returned is called: then all is, at once. */
  readonly holdAnswers: () => () => void;
  /** The first delivery that fits, past or still to come; a test's own time-out is the limit. */
  readonly waitForDelivery: (fits?: (delivery: FakeDelivery) => boolean) => Promise<FakeDelivery>;
  /** The same for what browsers acknowledged. */
  readonly waitForAcknowledgement: (endpoint: string) => Promise<Acknowledgement>;
  /** How many connections senders have opened so far. */
  readonly connectionCount: () => number;
  readonly stop: () => Promise<void>;
};

/** Starts a push service on this machine: RFC 8030 over TLS for senders, Mozilla's autopush for Firefox. */
export async function startFakePushService(): Promise<FakePushService> {
  const { keyPem, certificatePem } = await makeCertificate();
  const secure = createSecureServer({ key: keyPem, cert: certificatePem });
  const plain = createPlainServer();
  const [door, browserDoor] = [await listen(secure), await listen(plain)];

  const httpsOrigin = `https://${door.host}`;
  const subscriptions = new FakeSubscriptions(httpsOrigin);
  const record = new FakeRecord();
  const house: House = { subscriptions, record, mayAnswer: Promise.resolve() };
  secure.on("request", (request, response) => void receive(house, request, response));
  serveAutopush(plain, {
    subscriptions,
    acknowledged: (acknowledgement) => {
      record.add("acknowledgements", acknowledgement);
    },
  });

  return {
    httpsOrigin,
    host: door.host,
    wsUrl: `ws://${browserDoor.host}/`,
    certificateAuthorityPem: certificatePem,
    deliveries: record.deliveries,
    rejections: record.rejections,
    acknowledgements: record.acknowledgements,
    makeSubscription: (applicationServerKey) => makeSubscription(subscriptions, applicationServerKey),
    answerWith: (endpoint, ...answers) => {
      subscriptions.script(endpoint, answers);
    },
    holdAnswers: () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      house.mayAnswer = promise;
      return () => {
        resolve(undefined);
      };
    },
    waitForDelivery: (fits = () => true) => record.first("deliveries", fits),
    waitForAcknowledgement: (endpoint) =>
      record.first("acknowledgements", (acknowledgement) => acknowledgement.endpoint === endpoint),
    connectionCount: door.connectionCount,
    stop: async () => {
      await Promise.all([door.stop(), browserDoor.stop()]);
    },
  };
}

type Records = {
  readonly deliveries: FakeDelivery[];
  readonly rejections: FakeRejection[];
  readonly acknowledgements: Acknowledgement[];
};

/** What has happened so far, for those who look back and those who wait. */
class FakeRecord implements Records {
  readonly deliveries: FakeDelivery[] = [];
  readonly rejections: FakeRejection[] = [];
  readonly acknowledgements: Acknowledgement[] = [];
  readonly #changes = new EventEmitter();

  add<Kind extends keyof Records>(kind: Kind, entry: Records[Kind][number]): void {
    const list: Records[Kind][number][] = this[kind];
    list.push(entry);
    this.#changes.emit("change");
  }

  async first<Kind extends keyof Records>(
    kind: Kind,
    fits: (entry: Records[Kind][number]) => boolean,
  ): Promise<Records[Kind][number]> {
    for (;;) {
      const list: readonly Records[Kind][number][] = this[kind];
      const found = list.find(fits);
      if (found) return found;
      await once(this.#changes, "change");
    }
  }
}

function makeSubscription(
  subscriptions: FakeSubscriptions,
  applicationServerKey: string | undefined,
): BrowserSubscription {
  const keys = makeReceiverKeys();
  const { endpoint } = subscriptions.add({ kind: "own", keys }, applicationServerKey);
  return { endpoint, keys: publicKeysOf(keys) };
}

type House = {
  readonly subscriptions: FakeSubscriptions;
  readonly record: FakeRecord;
  mayAnswer: Promise<unknown>;
};

async function receive(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await Array.fromAsync<Buffer>(request));
  const endpoint = `https://${request.headers.host ?? ""}${request.url ?? ""}`;

  try {
    const subscription = house.subscriptions.find(endpoint);
    if (!subscription) throw new FakePushRefusal(404, "No such subscription");
    const push = checkPush({ method: request.method, headers: request.headers, body }, subscription);
    const answer = deliver(house, subscription, { push, body });
    await house.mayAnswer;
    reply(answer, endpoint, response);
  } catch (error) {
    const status = error instanceof FakePushRefusal ? error.status : 500;
    house.record.add("rejections", { endpoint, status, problem: String(error) });
    response.writeHead(status).end();
  }
}

function deliver(
  { subscriptions, record }: House,
  subscription: FakeSubscription,
  { push, body }: { push: CheckedPush; body: Buffer },
): FakeAnswer {
  const { endpoint, receiver } = subscription;
  const answer = subscriptions.nextAnswer(endpoint);
  const isTaken = typeof answer === "object" && answer.status < 300;

  if (isTaken && receiver.kind === "browser") {
    receiver.pass({ body, ttlSeconds: push.ttlSeconds, ...(push.topic && { topic: push.topic }) });
  }
  record.add("deliveries", { ...push, endpoint, answer });
  return answer;
}

function reply(answer: FakeAnswer, endpoint: string, response: ServerResponse): void {
  if (answer === "hang") return;
  if (answer === "reset") return void response.socket?.destroy();

  if (answer.status === 201) response.setHeader("Location", `${endpoint}/message`);
  if (answer.retryAfter !== undefined) response.setHeader("Retry-After", answer.retryAfter);
  response.writeHead(answer.status);
  if (answer.isEndless) response.write(answer.body ?? "");
  else response.end(answer.body);
}
