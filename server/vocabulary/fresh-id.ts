import type { IncidentId, PracticeRunId, RequestId } from "@/server/vocabulary/ids";

// Made on the phone. Beside `ids.ts`, since a page that makes an id has no need of all that checks one.

/** Under which a question is sent, and sent again. */
export function freshRequestId(): RequestId {
  return made(isRequestId);
}

/** Of a call-out that begins on this phone. */
export function freshIncidentId(): IncidentId {
  return made(isIncidentId);
}

/** Of one run through practice. */
export function freshPracticeRunId(): PracticeRunId {
  return made(isPracticeRunId);
}

function made<Id extends string>(isOne: (text: string) => text is Id): Id {
  const id: string = crypto.randomUUID();
  if (!isOne(id)) throw new Error("This browser makes identifiers of another form.");
  return id;
}

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function isRequestId(text: string): text is RequestId {
  return form.test(text);
}

function isIncidentId(text: string): text is IncidentId {
  return form.test(text);
}

function isPracticeRunId(text: string): text is PracticeRunId {
  return form.test(text);
}
