import { z } from "zod";
import { subscriptionContents } from "@/server/vocabulary/subscription";

const numberWords = "eventsSinceNumber and eventsUntilNumber take a number of the subscription, from 1 on.";
const number = z.coerce
  .number(numberWords)
  .int(numberWords)
  .min(1, numberWords)
  .max(2_147_483_647, numberWords);

const EventsQuery = z.strictObject(
  {
    eventsSinceNumber: number.default(1),
    eventsUntilNumber: number.default(2_147_483_647),
    content: z.enum(subscriptionContents, "content takes empty or id-only: nobody is named here.").optional(),
  },
  "Ask by eventsSinceNumber, eventsUntilNumber and content, each once, and nothing else.",
);

export type ReadEventsQuery =
  | { readonly ok: true; readonly query: z.infer<typeof EventsQuery> }
  | { readonly ok: false; readonly words: string };

/** Which events are asked for with `$events`. What is not understood is refused. Pure. */
export function readEventsQuery(search: URLSearchParams): ReadEventsQuery {
  const given = [...search].filter(([name]) => name !== "_format");
  const asked = Object.fromEntries(given);
  const isTwice = Object.keys(asked).length < given.length;
  const parsed = EventsQuery.safeParse(isTwice ? { twice: true } : asked);
  return parsed.success
    ? { ok: true, query: parsed.data }
    : { ok: false, words: parsed.error.issues[0]?.message ?? numberWords };
}
