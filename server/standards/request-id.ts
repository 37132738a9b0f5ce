import { randomUUID } from "node:crypto";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { RequestId } from "@/server/vocabulary/ids";

interface Asked {
  readonly trace: string | undefined;
  readonly mode: "unscheduled" | "scheduled";
  readonly nhsNumber: string;
  readonly now: Date;
}

const windowMilliseconds = 30 * 60_000;

/**
 * The id of a question that another system may send twice. The same reference, number and mode within a half hour is
 * one lookup. Later it is another: a system that always sends the same reference must not look without being seen.
 * A silent look is never taken for one that told the authority. Pure, but where there is no reference.
 */
export function requestIdOf({ trace, mode, nhsNumber, now }: Asked): RequestId {
  if (trace === undefined) return RequestId.parse(randomUUID());
  const halfHour = Math.floor(now.getTime() / windowMilliseconds);
  return RequestId.parse(uuidOfParts(trace, mode, nhsNumber, halfHour));
}
