import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { receiveList } from "@/server/domain/register/delivery/receive-list";
import { feedColumns, type FeedColumn } from "@/server/domain/register/feed-file/feed-columns";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { tokenDigest } from "@/server/domain/register/tokens/token-digest";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { writeCsv } from "@/server/vocabulary/csv";
import type { FeedId } from "@/server/vocabulary/ids";
import { nhsCheckDigit } from "@/server/vocabulary/nhs-number";
import { test as base } from "@/test/support/fake-demographics";
import { makeFeedDesk, type FeedDesk } from "@/test/support/feed-desk";
import { makeJobService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

export type FeedCells = Readonly<Partial<Record<FeedColumn, string>>>;

/** A child protection plan in force, unless told otherwise. */
export function makeFeedRow(cells: FeedCells = {}): Record<FeedColumn, string> {
  return {
    nhs_number: "9990000018",
    family_name: "Example",
    given_names: "Robin",
    date_of_birth: "2019-04-02",
    local_id: "case-1",
    plan_type: "CPP",
    start_date: "2026-01-05",
    end_date: "",
    delete_date: "",
    due_date: "",
    ...cells,
  };
}

/** The bytes of a list with these rows. */
export function makeFeedFile(rows: readonly FeedCells[]): Uint8Array {
  const cells = rows.map((one) => {
    const row = makeFeedRow(one);
    return feedColumns.map((column) => row[column]);
  });
  return new TextEncoder().encode(writeCsv(feedColumns, cells));
}

/** The numbers of the 999 test range that exist, in order: the first is 9990000018. */
export function makeFeedNumbers(count: number): string[] {
  const numbers: string[] = [];
  for (let nine = 999_000_001; numbers.length < count; nine += 1) {
    const check = nhsCheckDigit(String(nine));
    if (check !== undefined) numbers.push(`${nine}${check}`);
  }
  return numbers;
}

/** A file of test/feeds, named by its fault. */
export function feedFixture(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, "..", "feeds", name));
}

export type SentList = Uint8Array | readonly FeedCells[];

export type FeedOutcome =
  | { readonly kind: "received"; readonly feedId: FeedId; readonly isRepeat: boolean }
  | { readonly kind: "unreadable"; readonly message: string };

/** An authority that has sent nothing yet, and its data officer. */
export interface FeedWorld extends World {
  readonly officer: PersonActor;
  /** The officer sends a list of people whom demographics knows, and confirms its effect. */
  readonly sends: (sequence: number, list: SentList, at?: Date) => Promise<FeedOutcome>;
  /** The same, and what became of it. */
  readonly reportOf: (sequence: number, list: SentList, at?: Date) => Promise<FeedReport>;
  /** The same list by an unattended way, and what became of it; demographics knows what it knew before. */
  readonly delivers: (sequence: number, list: SentList, at?: Date) => Promise<FeedReport>;
  /** The authority's plans in short: `9990000018 child-protection 2026-01-05 open`, missing ones marked. */
  readonly register: () => Promise<string[]>;
}

export const feedNow = new Date("2026-11-23T21:14:00Z");

interface OfFeedTest {
  readonly pool: Database;
  readonly desk: FeedDesk;
  readonly world: FeedWorld;
}

/** `test` with a desk where lists are taken in, and an authority of its own. */
export const test = base.extend<OfFeedTest>({
  desk: async ({ database, demographics }, use) => {
    const service = makeJobService(database.appUrl, demographics.settings);
    await use(makeFeedDesk(service, demographics));
    await service.stop();
  },
  pool: async ({ desk }, use) => use(desk.pool),
  world: async ({ database, desk }, use) =>
    use(await makeFeedWorld(desk, await makeWorld(database, feedNow))),
});

/** Another authority in the same database, for tests of what one may not do to the other. */
export async function makeFeedWorld(desk: FeedDesk, world: World): Promise<FeedWorld> {
  const code = `E${String(randomInt(100_000_000)).padStart(8, "0")}`;
  await world.sql("update organisation set code = $2 where id = $1", [world.authority.id, code]);
  await world.sql("delete from register_state where authority_id = $1", [world.authority.id]);
  const officer = await world.person("data-officer");
  const authorityId = world.authority.id;

  const sends: FeedWorld["sends"] = async (sequence, list, at = feedNow) => {
    const bytes = bytesOf(list);
    await desk.agreesWith(bytes, at);
    const sent = { authorityId, sequence, receivedBy: "page", bytes } as const;
    const received = await withWork(desk.pool, { actor: officer, now: at }, (work) =>
      receiveList(work, sent),
    );
    await desk.takesIn(at);
    const { state, stateReason } = await desk.reportOf(officer, received.feedId, at);
    if (state === "unreadable") return { kind: "unreadable", message: stateReason ?? "" };
    if (state === "review") await desk.confirms(officer, received.feedId, at);
    return { kind: "received", ...received };
  };

  return {
    ...world,
    authority: { ...world.authority, code },
    officer,
    sends,
    reportOf: async (sequence, list, at = feedNow) => {
      const outcome = await sends(sequence, list, at);
      if (outcome.kind === "unreadable") throw new Error(outcome.message);
      return desk.reportOf(officer, outcome.feedId, feedNow);
    },
    delivers: async (sequence, list, at = feedNow) => {
      const sent = { authorityId, sequence, receivedBy: "door", bytes: bytesOf(list) } as const;
      const actor = systemActor("feed-door");
      const { feedId } = await withWork(desk.pool, { actor, now: at }, (work) => receiveList(work, sent));
      await desk.takesIn(at);
      return desk.reportOf(officer, feedId, at);
    },
    register: () => readPlans(world),
  };
}

function bytesOf(list: SentList): Uint8Array<ArrayBuffer> {
  return new Uint8Array(list instanceof Uint8Array ? list : makeFeedFile(list));
}

async function readPlans(world: World): Promise<string[]> {
  const rows = await world.sql(
    `select concat_ws(' ', nhs_number, kind, start_on, case when deleted_on is not null then 'deleted'
         when end_on is null then 'open' else 'until ' || end_on end,
         case when missing_from_feed_id is not null then 'missing' end) as line
       from plan join subject on subject.id = subject_id where plan.authority_id = $1 order by line`,
    [world.authority.id],
  );
  return rows.map(({ line }) => String(line));
}

/** A bearer token of the authority, as its system would hold it. */
export async function makeFeedToken(world: World, { isRevoked = false } = {}): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await world.sql(
    "insert into feed_token (authority_id, digest, issued_at, revoked_at) values ($1, $2, $3::timestamptz, $4)",
    [world.authority.id, tokenDigest(token), feedNow, isRevoked ? feedNow : null],
  );
  return token;
}
