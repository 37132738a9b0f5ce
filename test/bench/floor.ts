import { randomUUID } from "node:crypto";
import pg from "pg";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { findSessionActor } from "@/server/domain/access/find-session-actor";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import type { PersonActor } from "@/server/vocabulary/actor";
import { SessionId } from "@/server/vocabulary/ids";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import type { BenchProduct } from "@/test/bench/bench-product";
import { recordStatements, type Statement } from "@/test/bench/record-statements";
import { replay } from "@/test/bench/replay";
import { makeNhsNumber } from "@/test/support/make-world";

const settings: LookupSettings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 1_000_000,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
};

/** The statements of one recorded lookup, and the values of its question that the next question replaces. */
interface Recording {
  readonly statements: readonly Statement[];
  readonly request: LookupRequest;
}

/** The floor: what the same statements cost with a bare client, the check of the session included. */
export async function makeFloor({ product, people, heldNumbers }: BenchProduct) {
  const sessionId = SessionId.parse(people[0]?.sessionId);
  const held = new Set(heldNumbers);
  const database = connectDatabase({ url: product.appUrl, connections: 2 });
  const found = await findSessionActor(database, sessionId, new Date());
  if (found.state !== "open") throw new Error("the session of the floor is not open");

  const recordFor = (nhsNumber: string) => record(database, found.actor, nhsNumber);
  const recordings = {
    hit: await recordFor(heldNumbers.at(-1) ?? ""),
    miss: await recordFor(makeNhsNumber()),
  };
  await database.$disconnect();
  const pool = new pg.Pool({ connectionString: product.appUrl, max: 16 });

  return {
    async ask(nhsNumber: string): Promise<void> {
      const { statements, request } = held.has(nhsNumber) ? recordings.hit : recordings.miss;
      const known = new Map<string, string>([
        [request.requestId, randomUUID()],
        [request.nhsNumber, nhsNumber],
      ]);
      const client = await pool.connect();
      try {
        await client.query("select * from session_actor($1::uuid, $2)", [sessionId, new Date()]);
        await replay(client, statements, known);
      } finally {
        client.release();
      }
    },
    stop: () => pool.end(),
  };
}

async function record(
  database: ReturnType<typeof connectDatabase>,
  actor: PersonActor,
  nhsNumber: string,
): Promise<Recording> {
  const statements: Statement[] = [];
  const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
  await withWork(database, { actor, now: new Date() }, (work) =>
    lookUpChild({ ...work, tx: recordStatements(work.tx, statements) }, request, settings),
  );
  return { statements: [actFor(actor), ...statements], request };
}

/** The first statement of every transaction, which the recording begins after. */
function actFor(actor: PersonActor): Statement {
  return {
    text: `select set_config('lantern.person', $1, true), set_config('lantern.organisation', $2, true),
      set_config('lantern.role', $3, true), set_config('lantern.authorities', $4, true)`,
    values: [actor.personId, actor.organisationId, actor.role, "{}"],
    rows: [],
  };
}
