import { z } from "zod";
import { invalidBody, type Fault } from "@/server/standards/fhir/fault";
import { readNumber, whereIn } from "@/server/standards/fhir/read-subject";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

const text = z.string().min(1).max(200);
const instant = z.iso.datetime({ offset: true });

const Encounter = z.object({
  resourceType: z.literal("Encounter"),
  identifier: z.array(z.object({ system: text.optional(), value: text })).min(1),
  status: z.string(),
  class: z.object({ code: text }),
  subject: z.object({ identifier: z.object({ system: text, value: text }) }),
  period: z.object({ start: instant }),
});

export interface Arrival {
  readonly nhsNumber: NhsNumber;
  readonly arrivedAt: Date;
  /** What the other system calls the encounter: the number of a call-out, or its own. */
  readonly identifier: { readonly system?: string | undefined; readonly value: string };
  readonly status: (typeof goingOn)[number];
  readonly classCode: (typeof unscheduled)[number];
}

export type ReadEncounter =
  { readonly ok: true; readonly arrival: Arrival } | { readonly ok: false; readonly fault: Fault };

/** The person is there now. What is planned is no attendance yet, and what is over is none any more. */
const goingOn = ["arrived", "triaged", "in-progress"] as const;
/** v3-ActCode: an emergency department, and the place where an ambulance went. */
const unscheduled = ["EMER", "FLD"] as const;

const clockSlackMilliseconds = 5 * 60_000;
const oldestMilliseconds = 24 * 3_600_000;

/**
 * Who has arrived, as an `Encounter` (UK Core) says it. What is not needed is not read: notes and reasons may hold
 * anything. Pure; the words repeat nothing of what was sent.
 */
export function readEncounter(body: unknown, now: Date): ReadEncounter {
  const parsed = Encounter.safeParse(body);
  if (!parsed.success) return refuse(`Send an Encounter as JSON, each name once: ${whereIn(parsed.error)}.`);

  const { class: kind, identifier, period, status: said, subject } = parsed.data;
  const status = goingOn.find((known) => known === said);
  if (status === undefined)
    return refuse(`status has to be one of ${goingOn.join(", ")}: the child is there.`);
  const classCode = unscheduled.find((known) => known === kind.code);
  if (classCode === undefined) return refuse("class has to be EMER or FLD: scheduled care tells nobody.");

  const arrivedAt = new Date(period.start);
  const age = now.getTime() - arrivedAt.getTime();
  if (age < -clockSlackMilliseconds) return refuse("period.start lies ahead. Check the system's clock.");
  if (age > oldestMilliseconds) return refuse("period.start was more than a day ago: that is no news.");

  const number = readNumber(subject.identifier, "subject.identifier");
  if (!number.ok) return refuse(number.words);
  const [first] = identifier;
  if (first === undefined) return refuse("identifier is missing.");
  return {
    ok: true,
    arrival: { nhsNumber: number.nhsNumber, arrivedAt, identifier: first, status, classCode },
  };
}

function refuse(words: string): ReadEncounter {
  return { ok: false, fault: invalidBody(words) };
}
