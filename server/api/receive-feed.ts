import { openFeedDoor, replyNow, replyWhenSettled, type Knock } from "@/server/api/feed-door";
import { problemReply } from "@/server/api/feed-reply";
import { readBody } from "@/server/api/read-body";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { findFeedOfSequence } from "@/server/domain/register/delivery/find-feed-of-sequence";
import { receiveList } from "@/server/domain/register/delivery/receive-list";
import { largestFeedBytes, largestFeedWords } from "@/server/vocabulary/feed-answer";
import { parseFeedSequence } from "@/server/vocabulary/feed-file-name";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** What the address of a list says, and when somebody knocked. */
interface Address {
  readonly authorityCode: string;
  readonly sequence: string;
  readonly now: Date;
}

/**
 * The door for an authority's system: takes its list, with the authority's bearer token, and answers with the file
 * code, the counts and every row that was not loaded; or, should that take long, with how far it is. Whatever the
 * answer, sending the same bytes again is safe.
 */
export function receiveFeed(service: Service, request: Request, address: Address): Promise<Response> {
  return openFeedDoor({ service, request, ...address }, (knock, authorityId) =>
    receive(knock, authorityId, address.sequence),
  );
}

/** The same door, asked later: what became of the list of this number. */
export function tellFeed(service: Service, request: Request, address: Address): Promise<Response> {
  return openFeedDoor({ service, request, ...address }, async (knock, authorityId) => {
    const sequence = sequenceOf(address.sequence);
    const feedId = await withWork(service.database, knock.occasion, (work) =>
      findFeedOfSequence(work, { authorityId, sequence }),
    );
    return replyNow(knock, { feedId, isRepeat: false });
  });
}

async function receive(knock: Knock, authorityId: OrganisationId, address: string): Promise<Response> {
  const { service, request, occasion } = knock;
  if (!isCsv(request)) return problemReply(415, "Send the list as text/csv.");
  const sequence = sequenceOf(address);

  const body = await readBody(request, largestFeedBytes);
  if (body.kind === "too-large") return problemReply(413, `The list is larger than ${largestFeedWords}.`);
  if (body.kind === "broken-off") return problemReply(400, "The list broke off on its way. Send it again.");

  const list = { authorityId, sequence, receivedBy: "door", bytes: body.bytes } as const;
  const received = await withWork(service.database, occasion, (work) => receiveList(work, list));
  return replyWhenSettled(knock, received);
}

function sequenceOf(address: string): number {
  const sequence = parseFeedSequence(address);
  if (sequence === undefined)
    throw new Refusal("invalid", "The sequence number is a whole number from 1 on.");
  return sequence;
}

function isCsv(request: Request): boolean {
  return /^text\/csv\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
}
