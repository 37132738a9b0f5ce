import type { Bundle, Parameters, Subscription } from "fhir/r4";
import { answerMetadata } from "@/server/standards/fhir/answer-metadata";
import { answerCommunication } from "@/server/standards/fhir/notify/answer-communication";
import { answerSubscription } from "@/server/standards/fhir/notify/answer-subscription";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { backport, filterFor, topicAt } from "@/server/vocabulary/subscription";
import type { FakeCaseSystem } from "@/test/support/fake-case-system";
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

/** What a notification says, by the names of the guide; of several events the last. */
export function saidIn(bundle: Bundle): Readonly<Record<string, unknown>> {
  const status = bundle.entry?.[0]?.resource;
  if (status?.resourceType !== "Parameters") throw new Error("the first entry has to be the status");
  return saidInStatus(status);
}

export function saidInStatus({ parameter = [] }: Parameters): Readonly<Record<string, unknown>> {
  const all = [...parameter, ...parameter.flatMap(({ part = [] }) => part)];
  return Object.fromEntries(
    all.map((one) => [
      one.name,
      one.valueString ??
        one.valueCode ??
        one.valueCanonical ??
        one.valueReference?.reference ??
        one.valueInstant,
    ]),
  );
}

/** All that a system was sent, oldest first, as `type number`. */
export function notifiedOf({ received }: FakeCaseSystem): string[] {
  return received.map(({ body }) => {
    const said = saidIn(JSON.parse(body) as Bundle);
    return [said["type"], said["event-number"]].filter((word) => word !== undefined).join(" ");
  });
}
