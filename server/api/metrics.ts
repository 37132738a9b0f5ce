import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Service } from "@/server/api/service";
import { withWork, type Work } from "@/server/db/work";
import { countReach, type ReachCounts } from "@/server/domain/reach/count-reach";
import { reachSettings } from "@/server/domain/reach/reach-settings";
import { readCondition, type Condition } from "@/server/domain/insight/read-condition";
import { readDelivery, type Delivery } from "@/server/domain/insight/read-delivery";
import { readLoad, type Load } from "@/server/domain/insight/read-load";
import { countCaseSystems, type CaseSystemCounts } from "@/server/domain/webhook/count-case-systems";
import { systemActor } from "@/server/vocabulary/actor";
import { answerKinds } from "@/server/vocabulary/answer";
import { reachLevels } from "@/server/vocabulary/reach";
import { webhookStates } from "@/server/vocabulary/webhook";

const processMetrics = new Registry();
collectDefaultMetrics({ register: processMetrics });

/** Figures for Prometheus: counts and ages only, no identity of anybody. docs/measures.md explains each. */
export async function answerMetrics(service: Service, now: Date): Promise<Response> {
  const figures = new Registry();
  const set = gaugesOf(figures);
  set("lantern_database_connections_limit", "Connections this process keeps at most", [
    { value: service.configuration.DATABASE_CONNECTIONS },
  ]);
  try {
    const [condition, delivery, load, reach, systems] = await withWork(
      service.database,
      { actor: systemActor("health"), now },
      (work) => readAll(work, service),
    );
    set("lantern_database_up", "Whether the database answers", [{ value: 1 }]);
    setCondition(set, condition);
    setDelivery(set, delivery);
    setLoad(set, load);
    setReach(set, reach);
    setCaseSystems(set, systems);
  } catch (error) {
    service.log.warn({ error: error instanceof Error ? error.name : "unknown" }, "metrics: no figures");
    set("lantern_database_up", "Whether the database answers", [{ value: 0 }]);
  }

  const text = `${await figures.metrics()}${await processMetrics.metrics()}`;
  return new Response(text, {
    headers: { "Content-Type": figures.contentType, "Cache-Control": "no-store" },
  });
}

async function readAll(
  work: Work,
  { configuration }: Service,
): Promise<[Condition, Delivery, Load, ReachCounts, CaseSystemCounts]> {
  const reach = await countReach(work, reachSettings(configuration));
  const systems = await countCaseSystems(work);
  return [await readCondition(work), await readDelivery(work), await readLoad(work), reach, systems];
}

interface Sample {
  readonly labels?: Record<string, string>;
  readonly value: number;
}
type SetGauge = (name: string, help: string, samples: readonly Sample[]) => void;

function gaugesOf(registry: Registry): SetGauge {
  return (name, help, samples) => {
    const labelNames = [...new Set(samples.flatMap(({ labels = {} }) => Object.keys(labels)))];
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const { labels = {}, value } of samples) gauge.set(labels, value);
  };
}

function setCondition(set: SetGauge, { secondsSinceWorkerBeat, authorities, staleLists }: Condition): void {
  set("lantern_worker_beat_age_seconds", "Age of the newest sign of life of a worker", [
    { value: secondsSinceWorkerBeat ?? Number.POSITIVE_INFINITY },
  ]);
  set("lantern_register_authorities", "Authorities, by age of their list", [
    { labels: { list: "stale" }, value: staleLists },
    { labels: { list: "fresh" }, value: authorities - staleLists },
  ]);
}

function setDelivery(set: SetGauge, { secondsSinceProven, isSilent }: Delivery): void {
  set("lantern_delivery_proof_age_seconds", "Age of the newest push to itself that arrived", [
    { value: secondsSinceProven ?? Number.POSITIVE_INFINITY },
  ]);
  set("lantern_delivery_silent", "1 where no push to itself has arrived for more than three minutes", [
    { value: isSilent ? 1 : 0 },
  ]);
}

function setReach(set: SetGauge, counts: ReachCounts): void {
  set(
    "lantern_on_call",
    "People who are on call now, by whether an alert would reach them",
    reachLevels.map((reach) => ({ labels: { reach }, value: counts[reach] })),
  );
}

function setCaseSystems(set: SetGauge, counts: CaseSystemCounts): void {
  set(
    "lantern_case_systems",
    "Addresses at which authorities' case systems are told, by how they stand",
    webhookStates.map((state) => ({ labels: { state }, value: counts[state] })),
  );
}

const stages = ["raised", "shown", "taken", "unreached"] as const;

function setLoad(set: SetGauge, load: Load): void {
  set(
    "lantern_lookups_last_day",
    "Lookups of the last 24 hours, by answer",
    answerKinds.map((answer) => ({ labels: { answer }, value: countOf(load.lookupsByAnswer, answer) })),
  );
  set(
    "lantern_alerts_last_day",
    "Alerts raised in the last 24 hours, by the furthest stage they came to",
    stages.map((stage) => ({ labels: { stage }, value: countOf(load.alertsByStage, stage) })),
  );
  set(
    "lantern_pushes_last_day",
    "Pushes queued in the last 24 hours, by push service and what it answered",
    load.pushesByHostAndAnswer.map(({ host, name, count }) => ({
      labels: { host, answer: name },
      value: count,
    })),
  );
  set("lantern_outbox_waiting", "Jobs that wait, or are being done", [{ value: load.queue.waiting }]);
  set("lantern_outbox_oldest_seconds", "How long the oldest due job has been due", [
    { value: load.queue.oldest_seconds },
  ]);
  set("lantern_outbox_gave_up", "Jobs that were given up after their last retry", [
    { value: load.queue.gave_up },
  ]);
  set(
    "lantern_database_connections",
    "Connections of all processes, by state",
    load.connectionsByState.map(({ name, count }) => ({ labels: { state: name }, value: count })),
  );
}

function countOf(counted: Load["lookupsByAnswer"], name: string): number {
  return counted.find((row) => row.name === name)?.count ?? 0;
}
