import { openFeedDoor, replyWhenSettled, type Knock } from "@/server/api/feed-door";
import { problemReply } from "@/server/api/feed-reply";
import { readJson } from "@/server/api/read-json";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { receivePlan } from "@/server/domain/register/delivery/receive-plan";
import type { RowProblem } from "@/server/domain/register/feed-file/feed-row";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { ToldPlan } from "@/server/vocabulary/told-plan";

/** What the address of a plan says, and when somebody knocked. */
interface Address {
  readonly authorityCode: string;
  /** The authority's own reference of the case. */
  readonly localId: string;
  readonly now: Date;
}

/**
 * The door for one plan between two lists: starts, changes or ends it at once, with the authority's bearer token. The
 * body is JSON with the names of the list's columns. Sending the same again is safe.
 */
export function tellPlan(service: Service, request: Request, address: Address): Promise<Response> {
  return openFeedDoor({ service, request, ...address }, (knock, authorityId) =>
    receive(knock, authorityId, address.localId),
  );
}

const mostBytes = 10_000;

async function receive(knock: Knock, authorityId: OrganisationId, localId: string): Promise<Response> {
  const { service, request, occasion } = knock;
  const body = await readJson(request, mostBytes);
  if (typeof body !== "object" || body === null) {
    return problemReply(400, "Send the plan as a JSON object, as application/json.");
  }
  const parsed = ToldPlan.safeParse({ ...body, local_id: localId });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return problemReply(
      400,
      `${issue?.path.join(".") ?? "The plan"}: ${issue?.message ?? "cannot be read."}`,
    );
  }
  const sent = { authorityId, receivedBy: "door", plan: parsed.data } as const;
  const received = await withWork(service.database, occasion, (work) => receivePlan(work, sent));
  if (!received.ok)
    return problemReply(422, received.problems.map(inWords).join(" "), { fileAnswer: "CPF04" });
  return replyWhenSettled(knock, { feedId: received.feedId, isRepeat: false });
}

function inWords({ column, message, rowAnswer }: RowProblem): string {
  return `${column} (${rowAnswer}): ${message}`;
}
