/** How a question that was sent ended. */
export type Outcome =
  | { readonly kind: "answered"; readonly lookupId: string }
  /** In the service's own words; asking again would be refused again. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "too-often"; readonly waitSeconds: number }
  | { readonly kind: "signed-out" }
  /** Everything else: no signal, a time-out, a fault, a stranger's page. Whether it arrived is not known. */
  | { readonly kind: "unreachable" };

const refusingCodes: ReadonlySet<unknown> = new Set(["BAD_REQUEST", "FORBIDDEN", "CONFLICT"]);
const longestWaitSeconds = 300;

/**
 * What the text of an answer of the service means. Only what is plainly the service's own word counts as an answer or
 * a refusal; the rest, such as the page of a café's network, is no answer at all. Pure.
 */
export function readOutcome(text: string): Outcome {
  const lookupId = at(parsed(text), "result", "data", "json", "lookupId");
  if (typeof lookupId === "string" && isUuid(lookupId)) return { kind: "answered", lookupId };

  const error = at(parsed(text), "error", "json");
  const code = at(error, "data", "code");
  if (code === "UNAUTHORIZED") return { kind: "signed-out" };
  if (code === "TOO_MANY_REQUESTS") return { kind: "too-often", waitSeconds: waitOf(error) };
  const message = at(error, "message");
  if (refusingCodes.has(code) && typeof message === "string") return { kind: "refused", message };
  return { kind: "unreachable" };
}

function waitOf(error: unknown): number {
  const seconds = at(error, "data", "waitSeconds");
  return typeof seconds === "number" && seconds > 0 ? Math.min(seconds, longestWaitSeconds) : 60;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
