import type { Subscription } from "fhir/r4";
import { z } from "zod";
import { answerMetadata } from "@/server/standards/fhir/answer-metadata";
import { answerCommunication } from "@/server/standards/fhir/notify/answer-communication";
import { answerSubscription } from "@/server/standards/fhir/notify/answer-subscription";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { backport, filterFor, topicAt } from "@/server/vocabulary/subscription";
import type { FakeCaseSystem, ReceivedDelivery } from "@/test/support/fake-case-system";
import { readResource } from "@/test/support/fhir-schema";
import { makeFeedToken } from "@/test/support/make-feed";
import { test as base, type WebhookStory } from "@/test/support/webhook-story";

/** A case system that subscribes by itself, at the minute that it is given. */
export interface Subscriber {
  readonly token: string;
  readonly wants: (change?: SubscriptionChange) => Subscription;
  /** A request to the FHIR door at a minute of the story. */
  asks(path: string, asking?: Asking): Promise<Response>;
  /** Subscribes, and has taken the handshake. */
  subscribes(change?: SubscriptionChange): Promise<{ readonly id: string; readonly secret: string }>;
  /** How its subscription stands, as it reads it. */
  stands(id: string): Promise<Subscription>;
  readonly answer: (request: Request, minutes: number) => Promise<Response>;
}

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly minutes?: number;
  readonly bearer?: string;
}

export interface SubscriptionChange {
  readonly content?: string;
  readonly heartbeatSeconds?: number;
  readonly authorization?: string;
  readonly authority?: string;
}

export const test = base.extend<{ readonly subscriber: Subscriber }>({
  subscriber: async ({ story }, use) => {
    await use(makeSubscriber(story, await makeFeedToken(story.world)));
  },
});

function makeSubscriber(story: WebhookStory, token: string): Subscriber {
  const { service, system, world } = story;
  const wants: Subscriber["wants"] = (change) =>
    subscription(fhirBase(service.configuration), system.url, { authority: world.authority.code, ...change });
  const answer: Subscriber["answer"] = async (request, minutes) => {
    const response = await answerUnread(request, minutes);
    if (response.status !== 204) await readResource(response.clone());
    return response;
  };
  const answerUnread: Subscriber["answer"] = async (request, minutes) => {
    const [resource, ...path] = decodeURIComponent(new URL(request.url).pathname)
      .replace(/^\/api\/fhir\/R4\//, "")
      .split("/");
    const now = story.at(minutes);
    if (resource === "metadata") return answerMetadata(service, request);
    if (resource === "Communication")
      return answerCommunication({ service, request, id: path[0] ?? "", now });
    const body: unknown = request.method === "POST" ? await request.json() : undefined;
    return answerSubscription({ service, request, path, body, now });
  };
  const asks: Subscriber["asks"] = (path, { method = "GET", body, minutes = 0, bearer = token } = {}) => {
    const headers = { Authorization: `Bearer ${bearer}`, "Content-Type": "application/fhir+json" };
    const sent = body === undefined ? null : JSON.stringify(body);
    const url = `http://localhost:3000/api/fhir/R4/${path}`;
    return answer(new Request(url, { method, headers, body: sent }), minutes);
  };
  return {
    token,
    wants,
    answer,
    asks,
    stands: async (id) => (await (await asks(`Subscription/${id}`)).json()) as Subscription,
    subscribes: async (change) => {
      const response = await asks("Subscription", { method: "POST", body: wants(change) });
      const { id = "" } = (await response.json()) as Subscription;
      await story.runs(0);
      return { id, secret: response.headers.get("lantern-secret") ?? "" };
    },
  };
}

function subscription(
  at: string,
  endpoint: string,
  { content = "id-only", heartbeatSeconds, authorization, authority = "" }: SubscriptionChange,
): Subscription {
  const heartbeat = { url: backport.heartbeat, valueUnsignedInt: heartbeatSeconds };
  return {
    resourceType: "Subscription",
    meta: { profile: [backport.subscription] },
    status: "requested",
    reason: "Tell the case system of Alex Example",
    criteria: topicAt(at),
    _criteria: { extension: [{ url: backport.filter, valueString: filterFor(authority) }] },
    channel: {
      type: "rest-hook",
      endpoint,
      payload: "application/fhir+json",
      _payload: { extension: [{ url: backport.content, valueCode: content }] },
      ...(heartbeatSeconds !== undefined && { extension: [heartbeat] }),
      ...(authorization !== undefined && { header: [`Authorization: ${authorization}`] }),
    },
  };
}

const Part = z.object({
  name: z.string(),
  valueString: z.string().optional(),
  valueCode: z.string().optional(),
  valueCanonical: z.string().optional(),
  valueInstant: z.string().optional(),
  valueReference: z.object({ reference: z.string() }).optional(),
});
const Status = z.object({
  resourceType: z.literal("Parameters"),
  parameter: z.array(Part.extend({ part: z.array(Part).default([]) })),
});
const Notification = z.object({ entry: z.tuple([z.object({ resource: Status })], z.unknown()) });

/** What the status that a bundle begins with says, by the names of the guide; of several events the last. */
export function saidIn(bundle: unknown): Readonly<Record<string, string | undefined>> {
  const { parameter } = Notification.parse(bundle).entry[0].resource;
  return Object.fromEntries(
    [...parameter, ...parameter.flatMap(({ part }) => part)].map((one) => [
      one.name,
      one.valueString ??
        one.valueCode ??
        one.valueCanonical ??
        one.valueReference?.reference ??
        one.valueInstant,
    ]),
  );
}

/** What a delivery says. */
export function saidTo(delivery: ReceivedDelivery | undefined): Readonly<Record<string, string | undefined>> {
  return saidIn(JSON.parse(delivery?.body ?? "null"));
}

/** All that a system was sent, oldest first, as `type number`. */
export function notifiedOf({ received }: FakeCaseSystem): string[] {
  return received.map((delivery) => {
    const { type = "", "event-number": number } = saidTo(delivery);
    return number === undefined ? type : `${type} ${number}`;
  });
}

/** The same subscription with another channel. */
export function withChannel(asked: Subscription, change: object): object {
  return { ...asked, channel: { ...asked.channel, ...change } };
}
