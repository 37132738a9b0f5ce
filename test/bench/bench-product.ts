import { mkdtemp, chmod, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { benchPeople } from "@/prisma/seed/bench";
import { cookieName } from "@/server/api/session-cookie";
import { sealSession } from "@/server/api/session-seal";
import { freePort } from "@/server/demo/demo-port";
import { startProduct, type Product } from "@/server/demo/product";
import { SessionId } from "@/server/vocabulary/ids";
import type { Asker } from "@/test/bench/ask";

export interface BenchProduct {
  readonly product: Product;
  /** Signed-in crew, to be used in turn. */
  readonly askers: readonly Asker[];
  readonly people: readonly { readonly personId: string; readonly sessionId: string }[];
  /** As the owner, past row-level security: for counting. */
  readonly owner: pg.Pool;
  /** Numbers with a plan in force, in random order. */
  readonly heldNumbers: readonly string[];
  stop(): Promise<void>;
}

/** The production build with 230,000 plans, worker running, on a throw-away database. */
export async function startBenchProduct(
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchProduct> {
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-"));
  await chmod(directory, 0o711);
  const product = await startProduct({
    directory,
    port: await freePort(),
    seedSize: "bench",
    environment: { LOOKUPS_PER_MINUTE: "1000000", LOG_LEVEL: "warn", ...environment },
    onProgress: (message) => {
      console.log(`  ${message}`);
    },
  });
  const owner = new pg.Pool({ connectionString: product.ownerUrl, max: 2 });
  const people = await benchPeople(product.ownerUrl, 64, new Date());
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

  return {
    product,
    people,
    owner,
    askers: people.map(({ sessionId }) => ({
      origin: product.origin,
      agent,
      cookie: cookieFor(product, SessionId.parse(sessionId)),
    })),
    heldNumbers: await heldNumbers(owner),
    async stop() {
      agent.destroy();
      await owner.end();
      await product.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** `name=value` of the cookie that opens this session. */
export function cookieFor({ environment }: Product, sessionId: SessionId): string {
  const settings = {
    NEXTAUTH_URL: environment["NEXTAUTH_URL"] ?? "",
    NEXTAUTH_SECRET: environment["NEXTAUTH_SECRET"] ?? "",
  };
  return `${cookieName("session", settings)}=${sealSession(sessionId, settings.NEXTAUTH_SECRET)}`;
}

async function heldNumbers(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ nhs_number: string }>(
    `select distinct s.nhs_number from subject s join plan p on p.subject_id = s.id
     where p.end_on is null and p.deleted_on is null and p.kind <> 'unborn' and p.start_on <= current_date
     limit 60000`,
  );
  return rows.map((row) => row.nhs_number).toSorted(() => Math.random() - 0.5);
}
