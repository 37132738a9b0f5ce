import { readFile } from "node:fs/promises";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { confirmDelivery } from "@/server/domain/register/delivery/confirm-delivery";
import { receiveList } from "@/server/domain/register/delivery/receive-list";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId, type FeedId } from "@/server/vocabulary/ids";
import { ask } from "@/test/bench/ask";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { measureFeedFloor } from "@/test/bench/feed-floor";
import { makeDailyLists, makeNewList, type BenchList } from "@/test/bench/feed-lists";
import { openLoad, type Measured } from "@/test/bench/load";

const lookupSeconds = Number(process.env["BENCH_SECONDS"] ?? 20);
const token = "lantern_bench";

/**
 * `npm run bench feed`: a list of 5,000 new rows, looked at and applied; then tomorrow's lists of all England through
 * the door, with lookups meanwhile; against COPY and one INSERT … SELECT of the same bytes, measured in the same run.
 */
export async function benchFeed(): Promise<void> {
  console.log("bench feed: production build, 230,000 plans, one worker, everybody traced before");
  const bench = await startBenchProduct({ FEED_DOOR_WAIT_SECONDS: "0" });
  const database = connectDatabase({ url: bench.product.appUrl, connections: 2 });
  try {
    const national = await makeDailyLists(bench.owner);
    const floor = await measureFeedFloor(bench.owner, national);
    await lookUp(bench, 10);
    const quiet = await lookUp(bench, lookupSeconds);
    await benchNational(bench, national, { floor, quiet });
    await benchOneList(bench, database, await makeNewList(bench.owner, 5_000));
  } finally {
    await database.$disconnect();
    await bench.stop();
  }
}

interface Beside {
  /** Seconds. */
  readonly floor: number;
  /** Lookups while no list is taken in. */
  readonly quiet: Measured;
}

async function benchNational(
  bench: BenchProduct,
  lists: readonly BenchList[],
  { floor, quiet }: Beside,
): Promise<void> {
  await bench.owner.query(
    "insert into feed_token (authority_id, digest, label, issued_at) select id, encode(sha256(convert_to($1 || code, 'UTF8')), 'hex'), 'bench', now() from organisation where kind = 'authority'",
    [token],
  );
  const startedAt = performance.now();
  const lookups = lookUp(bench, lookupSeconds);
  for (const list of lists) await put(bench, list);
  const sent = (performance.now() - startedAt) / 1_000;
  await waitUntilApplied(bench, lists);
  const seconds = (performance.now() - startedAt) / 1_000;
  const meanwhile = await lookups;

  console.log(
    `\n${String(lists.length)} lists, ${String(sum(lists.map(({ rows }) => rows)))} rows, most unchanged:`,
  );
  console.table([
    {
      "sent s": round(sent),
      "applied s": round(seconds),
      "floor s": round(floor),
      "times the floor": round(seconds / floor),
      "worker MB at most": await peakMegabytes(bench.product.worker().pid),
      "web MB at most": await peakMegabytes(bench.product.web().pid),
    },
  ]);
  console.log("Lookups at 50 a second:");
  console.table([
    {
      while: "no list comes",
      failed: quiet.failures,
      "p50 ms": round(quiet.p50),
      "p99 ms": round(quiet.p99),
    },
    {
      while: "all lists come",
      failed: meanwhile.failures,
      "p50 ms": round(meanwhile.p50),
      "p99 ms": round(meanwhile.p99),
    },
  ]);
}

function lookUp({ askers, heldNumbers }: BenchProduct, seconds: number): Promise<Measured> {
  return openLoad(50, seconds, async (index) => {
    const asker = askers[index % askers.length];
    const nhsNumber = heldNumbers[index % heldNumbers.length];
    if (asker === undefined || nhsNumber === undefined) throw new Error("nobody is signed in");
    await ask(asker, nhsNumber);
  });
}

async function put({ product }: BenchProduct, { code, sequence, bytes }: BenchList): Promise<void> {
  const response = await fetch(`${product.origin}/api/feeds/${code}/${String(sequence)}`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}${code}`, "Content-Type": "text/csv" },
    body: bytes,
  });
  const answer = await response.text();
  if (response.status !== 200 && response.status !== 202)
    throw new Error(`${String(response.status)}: ${answer}`);
}

async function waitUntilApplied({ owner }: BenchProduct, lists: readonly BenchList[]): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ state: string; count: number }>(
      "select state, count(*)::int as count from feed where sequence > 2 group by state",
    );
    const applied = rows.find(({ state }) => state === "applied")?.count ?? 0;
    if (applied >= lists.length) return;
    const stuck = rows.find(({ state }) => !["applied", "received", "tracing"].includes(state));
    if (stuck !== undefined) throw new Error(`lists ended as ${stuck.state}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function benchOneList(bench: BenchProduct, database: Database, list: BenchList): Promise<void> {
  const floor = await measureFeedFloor(bench.owner, [list]);
  const actor = officerOf(bench, list);
  const authorityId = OrganisationId.parse(list.authorityId);
  const at = performance.now();
  const { feedId } = await withWork(database, { actor, now: new Date() }, (work) =>
    receiveList(work, { authorityId, sequence: list.sequence, receivedBy: "page", bytes: list.bytes }),
  );
  const version = await stateReached(bench, feedId, "review");
  const reviewed = (performance.now() - at) / 1_000;
  const confirmedAt = performance.now();
  await withWork(database, { actor, now: new Date() }, (work) => confirmDelivery(work, { feedId, version }));
  await stateReached(bench, feedId, "applied");
  const applied = (performance.now() - confirmedAt) / 1_000;

  console.log(`\nOne list of ${String(list.rows)} new rows, by the page:`);
  console.table([
    {
      "to review s": round(reviewed),
      "to apply s": round(applied),
      "floor s": round(floor),
      "times the floor": round((reviewed + applied) / floor),
    },
  ]);
}

function officerOf({ people }: BenchProduct, { authorityId, code }: BenchList): PersonActor {
  const organisationId = OrganisationId.parse(authorityId);
  const [person] = people;
  return {
    kind: "person",
    personId: PersonId.parse(person?.personId),
    sessionId: SessionId.parse(person?.sessionId),
    name: "Bench Officer",
    role: "data-officer",
    organisationId,
    organisationName: code,
    authorityIds: [organisationId],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}

/** Waits for a state, and gives the version of the register that its figures were made with. */
async function stateReached({ owner }: BenchProduct, feedId: FeedId, wanted: string): Promise<number> {
  for (;;) {
    const { rows } = await owner.query<{ state: string; version: number; reason: string }>(
      "select state, compared_version as version, state_reason as reason from feed where id = $1",
      [feedId],
    );
    const [feed] = rows;
    if (feed?.state === wanted) return feed.version;
    if (feed?.state === "unreadable") throw new Error(feed.reason);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
