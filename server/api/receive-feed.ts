import { answerOfReport, problemReply, refusalReply } from "@/server/api/feed-reply";
import { readBody } from "@/server/api/read-body";
import { recordTrouble } from "@/server/api/record-trouble";
import type { Service } from "@/server/api/service";
import { withWork, type Occasion } from "@/server/db/work";
import { applyFeed } from "@/server/domain/register/apply-feed";
import { readFeed } from "@/server/domain/register/feed-file/read-feed";
import { findFeedSender, type FeedSender } from "@/server/domain/register/find-feed-sender";
import { showFeed } from "@/server/domain/register/show-feed";
import { systemActor } from "@/server/vocabulary/actor";
import { largestFeedBytes, largestFeedWords } from "@/server/vocabulary/feed-answer";
import { parseFeedSequence } from "@/server/vocabulary/feed-file-name";
import type { OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

/** What the address of a delivery says, and when it came. */
interface Delivery {
  readonly authorityCode: string;
  readonly sequence: string;
  readonly now: Date;
}

/**
 * The door for an authority's system: takes its list, with the authority's bearer token, and answers with the file
 * code, the counts and every row that was not loaded. Whatever the answer, sending the same bytes again is safe.
 */
export async function receiveFeed(service: Service, request: Request, delivery: Delivery): Promise<Response> {
  const occasion: Occasion = { actor: systemActor("feed-door"), now: delivery.now };
  try {
    return await receive({ service, occasion }, request, delivery);
  } catch (cause) {
    await recordTrouble(service, occasion, { permission: "feed:send", cause });
    return refusalReply(cause);
  }
}

interface Door {
  readonly service: Service;
  readonly occasion: Occasion;
}

async function receive(
  door: Door,
  request: Request,
  { authorityCode, sequence }: Delivery,
): Promise<Response> {
  const sender = await findSender(door, request, authorityCode);
  if (sender.kind === "unknown") return unknownSender(door);
  if (!isCsv(request)) return problemReply(415, "Send the list as text/csv.");

  const number = parseFeedSequence(sequence);
  if (number === undefined) throw new Refusal("invalid", "The sequence number is a whole number from 1 on.");

  const body = await readBody(request, largestFeedBytes);
  if (body.kind === "too-large") return problemReply(413, `The list is larger than ${largestFeedWords}.`);
  if (body.kind === "broken-off") return problemReply(400, "The list broke off on its way. Send it again.");
  return applyBytes(door, { authorityId: sender.authorityId, sequence: number }, body.bytes);
}

async function findSender(
  { service, occasion }: Door,
  request: Request,
  authorityCode: string,
): Promise<FeedSender> {
  const [, token] = /^Bearer +(\S{1,500})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (token === undefined) return { kind: "unknown" };
  return withWork(service.database, occasion, (work) => findFeedSender(work, { token, authorityCode }));
}

async function unknownSender({ service, occasion }: Door): Promise<Response> {
  const cause = new Refusal("not-permitted", "This door opens with the bearer token of an authority.");
  await recordTrouble(service, occasion, { permission: "feed:send", cause });
  return problemReply(401, cause.message, { headers: { "WWW-Authenticate": "Bearer" } });
}

function isCsv(request: Request): boolean {
  return /^text\/csv\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
}

interface Address {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
}

async function applyBytes(
  { service, occasion }: Door,
  address: Address,
  bytes: Uint8Array,
): Promise<Response> {
  const reading = readFeed(bytes, londonDate(occasion.now));

  return withWork(service.database, occasion, async (work) => {
    const outcome = await applyFeed(work, { ...address, receivedBy: "door", reading });
    if (outcome.kind === "unreadable") return problemReply(422, outcome.message, { fileAnswer: "CPF01" });
    const report = await showFeed(work, { feedId: outcome.feedId, most: everyRow });
    return Response.json(answerOfReport(report, outcome.isRepeat));
  });
}

const everyRow = 2_147_483_647;
