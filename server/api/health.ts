import { readFile } from "node:fs/promises";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { readCondition, type Condition } from "@/server/domain/insight/read-condition";
import { systemActor } from "@/server/vocabulary/actor";

/** What `GET /api/health` answers. docs/operations.md says what to do about each state. */
export interface Health {
  /** `degraded`: lookups are answered, but no worker tells anybody. `down`: lookups cannot be answered. */
  readonly status: "ok" | "degraded" | "down";
  readonly database: "ok" | "down";
  readonly worker: "ok" | "silent" | "unknown";
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

/** 200 when all is well, else 503. Never throws, and never waits longer than a few seconds. */
export async function answerHealth(service: Service, now: Date): Promise<Response> {
  const health = await readHealth(service, now);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}

async function readHealth({ database, log }: Service, now: Date): Promise<Health> {
  const build = await readBuild();
  try {
    const asked = withWork(database, { actor: systemActor("health"), now }, readCondition);
    return { ...healthOf(await withPatience(asked)), build };
  } catch (error) {
    log.warn(
      { error: error instanceof Error ? error.name : "unknown" },
      "health: the database does not answer",
    );
    return { status: "down", database: "down", worker: "unknown", register: null, build };
  }
}

function healthOf({ secondsSinceWorkerBeat, authorities, staleLists }: Condition): Omit<Health, "build"> {
  const isWorkerAlive = secondsSinceWorkerBeat !== undefined && secondsSinceWorkerBeat <= beatSeconds;
  return {
    status: isWorkerAlive ? "ok" : "degraded",
    database: "ok",
    worker: isWorkerAlive ? "ok" : "silent",
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
