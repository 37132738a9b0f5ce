import { badHeader, type Fault } from "@/server/standards/fhir/fault";

export interface AskedBy {
  /** unscheduled tells the authority; scheduled is silent. */
  readonly mode: "unscheduled" | "scheduled";
  /** The caller's own reference: sent twice, it is one lookup. */
  readonly trace: string | undefined;
  /** In which setting of the organisation the person works. */
  readonly careSetting: string | undefined;
}

export type ReadHeaders = ({ readonly ok: true } & AskedBy) | { readonly ok: false; readonly fault: Fault };

/** What the headers of the national interface say. Not said counts as unscheduled, so that the authority is told. Pure. */
export function readHeaders(headers: Headers): ReadHeaders {
  const mode = readMode(headers);
  if (mode === undefined) return refuse("IsUnscheduledAccessEvent has to be true or false.");

  const trace = headers.get("TraceID") ?? headers.get("X-Request-ID") ?? undefined;
  if (trace !== undefined && !/^[\w.:/+=-]{1,100}$/.test(trace))
    return refuse("TraceID and X-Request-ID take up to 100 letters, digits and signs; best is a UUID.");

  const careSetting = headers.get("Lantern-Care-Setting") ?? undefined;
  if (careSetting !== undefined && careSetting.length > 200)
    return refuse("Lantern-Care-Setting takes the name of one setting.");
  return { ok: true, mode, trace, careSetting };
}

/** The guide spells the header both ways; they must not disagree. */
function readMode(headers: Headers): AskedBy["mode"] | undefined {
  const said = [headers.get("IsUnscheduledAccessEvent"), headers.get("IsUnscheduledEvent")]
    .filter((text) => text !== null)
    .map((text) => text.toLowerCase());
  if (said.some((text) => text !== "true" && text !== "false") || new Set(said).size > 1) return undefined;
  return said[0] === "false" ? "scheduled" : "unscheduled";
}

function refuse(words: string): ReadHeaders {
  return { ok: false, fault: badHeader(`Missing or invalid header: ${words}`) };
}
