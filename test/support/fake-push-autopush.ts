import { randomBytes, randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { z } from "zod";
import type {
  AcceptedPush,
  FakeSubscription,
  FakeSubscriptions,
} from "@/test/support/fake-push-subscriptions";

const ClientMessage = z.discriminatedUnion("messageType", [
  z.object({ messageType: z.literal("hello"), uaid: z.string().optional() }),
  z.object({ messageType: z.literal("register"), channelID: z.string(), key: z.string().optional() }),
  z.object({ messageType: z.literal("unregister"), channelID: z.string() }),
  z.object({
    messageType: z.literal("ack"),
    updates: z.array(z.object({ channelID: z.string(), version: z.string(), code: z.int() })),
  }),
  z.object({ messageType: z.literal("nack") }),
  z.object({ messageType: z.literal("broadcast_subscribe") }),
]);
type ClientMessage = z.infer<typeof ClientMessage>;

type Waiting = {
  readonly channelID: string;
  readonly version: string;
  readonly topic?: string;
  readonly body: Buffer;
};

/** One browser profile, connected or not. */
type UserAgent = {
  readonly id: string;
  socket?: WebSocket;
  readonly channels: Map<string, FakeSubscription>;
  waiting: Waiting[];
};

/** What Firefox said of one push: 100 delivered to the worker, 101 could not be decrypted, 102 dropped otherwise. */
export type Acknowledgement = { readonly endpoint: string; readonly code: number };

/** The two ends of the service that a browser's connection touches. */
export type AutopushHouse = {
  readonly subscriptions: FakeSubscriptions;
  readonly acknowledged: (acknowledgement: Acknowledgement) => void;
};

/**
 * Speaks Mozilla's autopush protocol, so that a stock Firefox subscribes here and receives what is posted to its
 * address. Pushes for a browser that is away wait for it, one per topic, unless their time to live is 0.
 */
export function serveAutopush(server: Server, house: AutopushHouse): void {
  const userAgents = new Map<string, UserAgent>();
  const sockets = new WebSocketServer({ server });

  sockets.on("connection", (socket) => {
    let userAgent: UserAgent | undefined;
    socket.on("message", (data: Buffer) => {
      const text = data.toString("utf8");
      if (text === "{}") return socket.send("{}");

      const message = ClientMessage.parse(JSON.parse(text));
      if (message.messageType === "hello") userAgent = greet(socket, userAgents, message.uaid);
      else if (userAgent) answer(userAgent, message, house);
    });
    socket.on("close", () => {
      if (userAgent?.socket === socket) delete userAgent.socket;
    });
  });
}

function greet(socket: WebSocket, userAgents: Map<string, UserAgent>, uaid: string | undefined): UserAgent {
  const known = uaid === undefined ? undefined : userAgents.get(uaid);
  const userAgent: UserAgent = known ?? {
    id: randomBytes(16).toString("hex"),
    channels: new Map(),
    waiting: [],
  };
  userAgents.set(userAgent.id, userAgent);
  userAgent.socket = socket;

  say(userAgent, {
    messageType: "hello",
    status: 200,
    uaid: userAgent.id,
    use_webpush: true,
    broadcasts: {},
  });
  for (const waiting of userAgent.waiting) notify(userAgent, waiting);
  return userAgent;
}

function answer(userAgent: UserAgent, message: ClientMessage, house: AutopushHouse): void {
  switch (message.messageType) {
    case "register":
      return register(userAgent, message, house);
    case "unregister":
      house.subscriptions.remove(userAgent.channels.get(message.channelID)?.endpoint ?? "");
      return say(userAgent, { messageType: "unregister", channelID: message.channelID, status: 200 });
    case "ack":
      return message.updates.forEach(({ channelID, version, code }) => {
        userAgent.waiting = userAgent.waiting.filter((waiting) => waiting.version !== version);
        house.acknowledged({ endpoint: userAgent.channels.get(channelID)?.endpoint ?? "", code });
      });
    case "hello":
    case "nack":
    case "broadcast_subscribe":
      return;
  }
}

function register(
  userAgent: UserAgent,
  { channelID, key }: { channelID: string; key?: string | undefined },
  { subscriptions }: AutopushHouse,
): void {
  const pass = (push: AcceptedPush) => {
    receive(userAgent, channelID, push);
  };
  const subscription = subscriptions.add({ kind: "browser", pass }, key?.replace(/=+$/, ""));
  userAgent.channels.set(channelID, subscription);
  say(userAgent, {
    messageType: "register",
    channelID,
    status: 200,
    pushEndpoint: subscription.endpoint,
  });
}

function receive(userAgent: UserAgent, channelID: string, { body, topic, ttlSeconds }: AcceptedPush): void {
  if (ttlSeconds === 0 && !userAgent.socket) return;

  const arrived: Waiting = { channelID, version: randomUUID(), body, ...(topic && { topic }) };
  const isReplaced = (waiting: Waiting) => topic !== undefined && waiting.topic === topic;
  userAgent.waiting = [...userAgent.waiting.filter((waiting) => !isReplaced(waiting)), arrived];
  notify(userAgent, arrived);
}

function notify(userAgent: UserAgent, { channelID, version, body }: Waiting): void {
  const data = body.toString("base64url");
  say(userAgent, {
    messageType: "notification",
    channelID,
    version,
    data,
    headers: { encoding: "aes128gcm" },
  });
}

function say(userAgent: UserAgent, message: object): void {
  userAgent.socket?.send(JSON.stringify(message));
}
