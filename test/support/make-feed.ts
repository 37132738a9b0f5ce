import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { applyFeed, type FeedOutcome } from "@/server/domain/register/apply-feed";
import { feedColumns, type FeedColumn } from "@/server/domain/register/feed-file/feed-columns";
import { readFeed } from "@/server/domain/register/feed-file/read-feed";
import { tokenDigest } from "@/server/domain/register/find-feed-sender";
import { showFeed, type FeedReport } from "@/server/domain/register/show-feed";
import type { PersonActor } from "@/server/vocabulary/actor";
import { londonDate } from "@/server/vocabulary/london-time";
import { nhsCheckDigit } from "@/server/vocabulary/nhs-number";
import { test as base } from "@/test/support/database";
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
  const lines = rows.map((cells) => {
    const row = makeFeedRow(cells);
    return feedColumns.map((column) => quoted(row[column])).join(",");
  });
  return new TextEncoder().encode([feedColumns.join(","), ...lines, ""].join("\r\n"));
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

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** An authority that has sent nothing yet, and its data officer. */
export interface FeedWorld extends World {
  readonly officer: PersonActor;
  readonly sends: (
    sequence: number,
    list: Uint8Array | readonly FeedCells[],
    at?: Date,
  ) => Promise<FeedOutcome>;
  /** The same, and what became of it. */
  readonly reportOf: (
    sequence: number,
    list: Uint8Array | readonly FeedCells[],
    at?: Date,
  ) => Promise<FeedReport>;
  /** The authority's plans in short: `9990000018 child-protection 2026-01-05 open`, missing ones marked. */
  readonly register: () => Promise<string[]>;
}

export const feedNow = new Date("2026-11-23T21:14:00Z");

/** `test` with a pool of the running role and an authority of its own. */
export const test = base.extend<{ readonly pool: Database; readonly world: FeedWorld }>({
  pool: async ({ database }, use) => {
    const pool = connectDatabase({ url: database.appUrl, connections: 8 });
    await use(pool);
    await pool.$disconnect();
  },
  world: async ({ database, pool }, use) =>
    use(await makeFeedWorld(pool, await makeWorld(database, feedNow))),
});

/** Another authority in the same database, for tests of what one may not do to the other. */
export async function makeFeedWorld(pool: Database, world: World): Promise<FeedWorld> {
  const code = `E${String(randomInt(100_000_000)).padStart(8, "0")}`;
  await world.sql("update organisation set code = $2 where id = $1", [world.authority.id, code]);
  await world.sql("delete from register_state where authority_id = $1", [world.authority.id]);
  const officer = await world.person("data-officer");

  const apply = (sequence: number, list: Uint8Array | readonly FeedCells[], at: Date = feedNow) => {
    const reading = readFeed(list instanceof Uint8Array ? list : makeFeedFile(list), londonDate(at));
    const sent = { authorityId: world.authority.id, sequence, receivedBy: "page", reading } as const;
    return withWork(pool, { actor: officer, now: at }, (work) => applyFeed(work, sent));
  };

  return {
    ...world,
    authority: { ...world.authority, code },
    officer,
    sends: apply,
    reportOf: async (...sent) => {
      const outcome = await apply(...sent);
      if (outcome.kind === "unreadable") throw new Error(outcome.message);
      const asked = { feedId: outcome.feedId, most: 1000 };
      return withWork(pool, { actor: officer, now: feedNow }, (work) => showFeed(work, asked));
    },
    register: () => readPlans(world),
  };
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
