import { randomUUID } from "node:crypto";
import type { Bundle } from "fhir/r4";
import { addSubscription } from "@/server/domain/webhook/add-subscription";
import {
  findSubscription,
  listSubscriptions,
  type FoundSubscription,
} from "@/server/domain/webhook/find-subscriptions";
import { listSubscriptionEvents } from "@/server/domain/webhook/list-subscription-events";
import {
  notificationBundle,
  subscriptionStatus,
  type Notification,
} from "@/server/domain/webhook/notification";
import { turnOffSubscription } from "@/server/domain/webhook/turn-off-subscription";
import { openDoor, type Caller } from "@/server/standards/fhir/notify/open-door";
import { readEventsQuery } from "@/server/standards/fhir/notify/read-events-query";
import { readSubscription } from "@/server/standards/fhir/notify/read-subscription";
import { subscriptionResource } from "@/server/standards/fhir/notify/subscription-resource";
import { createdReply, goneReply, resourceReply, verbsReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { WebhookId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";
import { webhookHosts } from "@/server/vocabulary/webhook-address";

interface Call {
  readonly service: StandardsService;
  readonly request: Request;
  /** What follows `Subscription` in the address. */
  readonly path: readonly string[];
  /** The JSON of the body; undefined where it is none. */
  readonly body: unknown;
  readonly now: Date;
}

interface Asking extends Call {
  readonly caller: Caller;
  readonly base: string;
}

/** Answers everything under `/Subscription` to the system of an authority: its own subscriptions, and no others. */
export function answerSubscription(call: Call): Promise<Response> {
  const { service, request, now } = call;
  return openDoor({ service, request, now, tried: "webhook:manage" }, (caller) => {
    const asking = { ...call, caller, base: fhirBase(service.configuration) };
    const [id, operation, ...rest] = call.path;
    if (rest.length > 0) throw nothingThere();
    if (id === undefined) return answerAll(asking);
    return operation === undefined ? answerOne(asking, idOf(id)) : operate(asking, idOf(id), operation);
  });
}

function nothingThere(): Refusal {
  return new Refusal("not-found", "There is nothing at this address.");
}

function idOf(text: string): WebhookId {
  const id = WebhookId.safeParse(text);
  if (id.success) return id.data;
  throw new Refusal("not-found", "This authority has no such subscription.");
}

async function answerAll(asking: Asking): Promise<Response> {
  const { request } = asking;
  if (request.method === "POST") return subscribe(asking);
  if (request.method === "GET") return list(asking);
  return verbsReply(["GET", "POST"]);
}

async function subscribe({ service, caller, base, body }: Asking): Promise<Response> {
  const { authorityId, authorityCode } = caller;
  const read = readSubscription(body, { base, authorityCode });
  if (!read.ok) throw new Refusal("invalid", read.words);

  const { configuration } = service;
  const settings = { ...webhookHosts(configuration), deviceKey: configuration.DEVICE_KEY };
  const { found, secret } = await caller.work(async (work) => {
    const added = await addSubscription(work, { ...read.asked, authorityId }, settings);
    return { found: await findSubscription(work, authorityId, added.webhookId), secret: added.secret };
  });
  return createdReply(subscriptionResource(found, base), {
    Location: `${base}/Subscription/${found.subscriptionId}`,
    "Lantern-Secret": secret,
  });
}

async function list({ request, caller, base }: Asking): Promise<Response> {
  if ([...new URL(request.url).searchParams.keys()].some((name) => name !== "_format"))
    throw new Refusal("invalid", "Ask for all of them, or for one by its id: they cannot be searched.");
  const found = await caller.work((work) => listSubscriptions(work, caller.authorityId));
  return resourceReply(
    searchset(
      base,
      found.map((one) => subscriptionResource(one, base)),
    ),
  );
}

function searchset(base: string, resources: readonly ReturnType<typeof subscriptionResource>[]): Bundle {
  return {
    resourceType: "Bundle",
    type: "searchset",
    total: resources.length,
    link: [{ relation: "self", url: `${base}/Subscription` }],
    // FHIR allows no empty lists.
    ...(resources.length > 0 && {
      entry: resources.map((resource) => ({
        fullUrl: `${base}/Subscription/${resource.id ?? ""}`,
        resource,
        search: { mode: "match" },
      })),
    }),
  };
}

async function answerOne({ request, caller, base }: Asking, id: WebhookId): Promise<Response> {
  if (request.method === "DELETE") {
    await caller.work((work) => turnOffSubscription(work, caller.authorityId, id));
    return goneReply();
  }
  if (request.method !== "GET") return verbsReply(["GET", "DELETE"]);
  const found = await caller.work((work) => findSubscription(work, caller.authorityId, id));
  return resourceReply(subscriptionResource(found, base));
}

async function operate(asking: Asking, id: WebhookId, operation: string): Promise<Response> {
  if (operation !== "$status" && operation !== "$events") throw nothingThere();
  if (asking.request.method !== "GET") return verbsReply(["GET"]);
  return operation === "$status" ? tellStatus(asking, id) : replay(asking, id);
}

async function tellStatus({ caller, base, now }: Asking, id: WebhookId): Promise<Response> {
  const found = await caller.work((work) => findSubscription(work, caller.authorityId, id));
  const resource = subscriptionStatus({ ...standing(found, { base, now }), type: "query-status" });
  return resourceReply({
    resourceType: "Bundle",
    type: "searchset",
    total: 1,
    entry: [{ fullUrl: `urn:uuid:${resource.id ?? ""}`, resource, search: { mode: "match" } }],
  });
}

async function replay({ request, caller, base, now }: Asking, id: WebhookId): Promise<Response> {
  const read = readEventsQuery(new URL(request.url).searchParams);
  if (!read.ok) throw new Refusal("invalid", read.words);

  const { eventsSinceNumber: since, eventsUntilNumber: until, content } = read.query;
  const { authorityId } = caller;
  const { subscription, events } = await caller.work((work) =>
    listSubscriptionEvents(work, { authorityId, subscriptionId: id, since, until }),
  );
  const stands = standing(subscription, { base, now });
  return resourceReply(
    notificationBundle({ ...stands, type: "query-event", events, content: content ?? subscription.content }),
  );
}

function standing(
  found: FoundSubscription,
  { base, now }: { readonly base: string; readonly now: Date },
): Omit<Notification, "type"> {
  const { subscriptionId, state, content, eventCount, lastFailure } = found;
  return {
    id: randomUUID(),
    base,
    subscriptionId,
    state,
    content,
    eventCount,
    failure: state === "active" ? null : lastFailure,
    now,
  };
}
