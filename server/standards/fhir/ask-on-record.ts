import { askAboutChild, type Asked, type Question } from "@/server/standards/ask-about-child";
import { badHeader, type Fault } from "@/server/standards/fhir/fault";
import { recordCause, recordFault, recordShut } from "@/server/standards/fhir/put-on-record";
import type { StandardsService } from "@/server/standards/standards-service";
import { bearerOf } from "@/server/standards/who/bearer";
import { findPerson, type FoundPerson } from "@/server/standards/who/find-person";
import { systemActor } from "@/server/vocabulary/actor";

export type Person = Extract<FoundPerson, { kind: "person" }>;

interface Knock {
  readonly request: Request;
  readonly mode: Question["mode"];
  readonly now: Date;
}

/** Lets in the person behind the token, for a look of this kind, and gives what `act` does. Refusals are on record. Never throws. */
export async function asPerson<Answer>(
  service: StandardsService,
  { request, mode, now }: Knock,
  act: (person: Person) => Promise<Answer | Fault>,
): Promise<Answer | Fault> {
  try {
    const activity = mode === "unscheduled" ? "B0107" : "B0170";
    const found = await findPerson({ service, token: bearerOf(request.headers), now, activity });
    return found.kind === "person" ? await act(found) : await recordShut(service, found, { mode, now });
  } catch (cause) {
    return recordCause(service, { actor: systemActor("door"), mode, now, cause });
  }
}

export type Answered = Extract<Asked, { kind: "answered" }>;

/** Asks in the person's name; what is refused is on record as theirs. */
export async function askOnRecord(
  service: StandardsService,
  question: Question,
  ask: typeof askAboutChild = askAboutChild,
): Promise<Answered | Fault> {
  const { actor, mode, now } = question;
  const asked = await ask(service, question).catch((cause: unknown) =>
    recordCause(service, { actor, mode, now, cause }),
  );
  if ("status" in asked || asked.kind === "answered") return asked;
  return recordFault(service, { actor, mode, now, fault: badHeader(asked.words) });
}
