import { z } from "zod";
import {
  backport,
  filterFor,
  heartbeatSeconds,
  subscriptionContents,
  topicAt,
  type SubscriptionContent,
} from "@/server/vocabulary/subscription";

/** What a system asks for. */
export interface AskedSubscription {
  readonly endpoint: string;
  readonly content: SubscriptionContent;
  readonly heartbeatSeconds: number | undefined;
  readonly authorization: string | undefined;
}

export type ReadSubscription =
  | { readonly ok: true; readonly asked: AskedSubscription }
  /** What to send instead; nothing of what was sent is in the words. */
  | { readonly ok: false; readonly words: string };

interface Expected {
  readonly base: string;
  readonly authorityCode: string;
}

/** A subscription as posted. What Lantern would not do is refused, and not left out. Pure. */
export function readSubscription(body: unknown, expected: Expected): ReadSubscription {
  const parsed = shapeFor(expected).safeParse(body);
  if (!parsed.success) return { ok: false, words: parsed.error.issues[0]?.message ?? "Send a Subscription." };
  const { channel } = parsed.data;
  const [header] = channel.header ?? [];
  const [heartbeat] = channel.extension ?? [];
  const [{ valueCode: content }] = channel._payload.extension;
  return {
    ok: true,
    asked: {
      endpoint: channel.endpoint,
      content,
      heartbeatSeconds: heartbeat?.valueUnsignedInt,
      authorization: header?.slice(headerName.length),
    },
  };
}

const headerName = "Authorization: ";

function shapeFor({ base, authorityCode }: Expected) {
  const topic = topicAt(base);
  const filter = filterFor(authorityCode);
  const filterWords = `_criteria has to have one backport-filter-criteria, of the authority that the token is for: ${filter}`;
  return z.strictObject(
    {
      resourceType: z.literal("Subscription", "Send a Subscription."),
      id: z.unknown().optional(),
      meta: z.unknown().optional(),
      text: z.unknown().optional(),
      status: z.literal("requested", "status has to be requested; Lantern changes it."),
      reason: z.string("reason is missing.").max(1_000, "reason is longer than 1000 characters."),
      criteria: z.literal(topic, `criteria has to be the topic ${topic}`),
      _criteria: oneExtension(backport.filter, { valueString: z.literal(filter, filterWords) }, filterWords),
      channel: Channel,
    },
    { error: shapeWords("the Subscription") },
  );
}

const endpointWords = "channel.endpoint has to be an address of up to 500 characters.";
const contentWords =
  "channel._payload has to have one backport-payload-content, empty or id-only: who it is about is never pushed.";
const { least, most } = heartbeatSeconds;
const heartbeatWords = `channel.extension takes one backport-heartbeat-period from ${String(least)} to ${String(most)} seconds, and nothing else.`;
const headerWords = `channel.header takes one header, “${headerName}…”, of up to 1000 letters, digits and signs.`;

const Channel = z.strictObject(
  {
    type: z.literal("rest-hook", "channel.type has to be rest-hook."),
    endpoint: z.string(endpointWords).min(1, endpointWords).max(500, endpointWords),
    payload: z.literal("application/fhir+json", "channel.payload has to be application/fhir+json."),
    _payload: oneExtension(
      backport.content,
      { valueCode: z.enum(subscriptionContents, contentWords) },
      contentWords,
    ),
    header: z
      .tuple(
        [z.string(headerWords).regex(/^Authorization: [\x21-\x7e][\x20-\x7e]{0,999}$/, headerWords)],
        headerWords,
      )
      .optional(),
    extension: extensionOf(
      backport.heartbeat,
      { valueUnsignedInt: z.int(heartbeatWords).min(least, heartbeatWords).max(most, heartbeatWords) },
      heartbeatWords,
    ).optional(),
  },
  { error: shapeWords("channel") },
);

/** Beside a primitive, as FHIR has it in JSON. */
function oneExtension<Shape extends z.ZodRawShape>(url: string, value: Shape, words: string) {
  return z.strictObject({ extension: extensionOf(url, value, words) }, words);
}

function extensionOf<Shape extends z.ZodRawShape>(url: string, value: Shape, words: string) {
  return z.tuple([z.strictObject({ url: z.literal(url, words), ...value }, words)], words);
}

function shapeWords(where: string) {
  return ({ code }: { readonly code?: string }) =>
    code === "unrecognized_keys"
      ? `Leave out of ${where} what Lantern does not do. It takes what its guide for integrators names, and nothing else.`
      : `${where} is missing or no object.`;
}
