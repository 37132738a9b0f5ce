import { readFile } from "node:fs/promises";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { readCondition, type Condition } from "@/server/domain/insight/read-condition";
import { readDelivery, type Delivery } from "@/server/domain/insight/read-delivery";
import { systemActor } from "@/server/vocabulary/actor";

/** What `GET /api/health` answers. docs/operations.md says what to do about each state. */
export interface Health {
  /** `degraded`: lookups are answered, but it is not sure that anybody is told. `down`: lookups cannot be answered. */
  readonly status: "ok" | "degraded" | "down";
  readonly database: "ok" | "down";
  readonly worker: "ok" | "silent" | "unknown";
  /** Whether the service's pushes to itself arrive: nothing proven for more than three minutes is `silent`. */
  readonly delivery: {
    readonly state: "ok" | "silent";
    /** `last proven delivery 12 s ago` */
    readonly line: string;
    readonly failure?: string;
  } | null;
  /** Informs only: old lists are a matter for the authorities, not for whoever restarts processes. */
  readonly register: {
    readonly authorities: number;
    readonly staleLists: number;
    readonly staleShare: number;
  } | null;
  readonly build: string;
}

const beatSeconds = 15;
const patienceMilliseconds = 3_000;

/**
 * 503 when the database or the workers fail, else 200. Silence of deliveries degrades the status and stays 200: the
 * proof comes in by the public address, and a balancer that takes a web out for its 503 would take lookups away from
 * crews and keep the next proof from ever arriving. Never throws, and never waits longer than a few seconds.
 */
export async function answerHealth(service: Service, now: Date): Promise<Response> {
  const health = await readHealth(service, now);
  return Response.json(health, {
    status: health.worker === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

async function readHealth({ database, log }: Service, now: Date): Promise<Health> {
  const build = await readBuild();
  try {
    const asked = withWork(database, { actor: systemActor("health"), now }, async (work) =>
      healthOf(await readCondition(work), await readDelivery(work)),
    );
    return { ...(await withPatience(asked)), build };
  } catch (error) {
    log.warn(
      { error: error instanceof Error ? error.name : "unknown" },
      "health: the database does not answer",
    );
    return { status: "down", database: "down", worker: "unknown", delivery: null, register: null, build };
  }
}

function healthOf(condition: Condition, { isSilent, line, failure }: Delivery): Omit<Health, "build"> {
  const { secondsSinceWorkerBeat, authorities, staleLists } = condition;
  const isWorkerAlive = secondsSinceWorkerBeat !== undefined && secondsSinceWorkerBeat <= beatSeconds;
  return {
    status: isWorkerAlive && !isSilent ? "ok" : "degraded",
    database: "ok",
    worker: isWorkerAlive ? "ok" : "silent",
    delivery: {
      state: isSilent ? "silent" : "ok",
      line,
      ...(failure !== undefined && { failure }),
    },
    register: {
      authorities,
      staleLists,
      staleShare: authorities === 0 ? 0 : Number((staleLists / authorities).toFixed(3)),
    },
  };
}

/** A frozen database must not keep whoever asks about it waiting. */
async function withPatience<Value>(asked: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error("no answer in time"));
  }, patienceMilliseconds);
  try {
    return await Promise.race([asked, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The id of the production build that runs; there is none in development and in tests. */
function readBuild(): Promise<string> {
  return readFile(".next/BUILD_ID", "utf8").then(
    (id) => id.trim(),
    () => "development",
  );
}
