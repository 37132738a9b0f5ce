import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { keepDevice } from "@/server/domain/push/keep-device";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import { ask } from "@/test/bench/ask";
import { startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { openLoad, type Measured } from "@/test/bench/load";
import { percentile } from "@/test/bench/percentile";
import {
  startFakePushService,
  type FakeDelivery,
  type FakePushService,
} from "@/test/support/fake-push-service";
import { PushMessage } from "@/test/support/read-push-message";

const hitsPerSecond = 10;
const seconds = Number(process.env["BENCH_SECONDS"] ?? 30);
/** How long after the last hit a push may still arrive before it counts as lost. */
const patienceMilliseconds = 20_000;

/**
 * `npm run bench alert`: 10 hits a second, each on another child, over HTTP, and for each the time from the client's
 * having its card (the lookup is committed just before) to the push's arrival at the push service, which is this
 * process: one clock, and the way through the network included. Throws if an alert has no push.
 */
export async function benchAlert(): Promise<void> {
  console.log("bench alert: production build, 230,000 plans, one worker, a push service on this machine");
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-push-"));
  await chmod(directory, 0o711);
  const push = await startFakePushService();
  const authority = path.join(directory, "push-authority.pem");
  await writeFile(authority, push.certificateAuthorityPem);
  const bench = await startBenchProduct({
    PUSH_HOSTS: push.host,
    PUSH_CERTIFICATE_AUTHORITY_FILE: authority,
  });

  try {
    console.log(`  ${String(await addPhones(bench, push))} people on rung 1 have a phone`);
    await measure(bench, push);
  } finally {
    await bench.stop();
    await push.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** One phone for everybody who is first to be told, kept the way a person does it. */
async function addPhones({ owner, product }: BenchProduct, push: FakePushService): Promise<number> {
  const { rows } = await owner.query<{ person_id: string; organisation_id: string }>(
    `select distinct on (person_id) person_id, host_organisation_id as organisation_id
     from shift join duty_team on duty_team.id = duty_team_id
     where rung = 1 and starts_at <= now() and ends_at > now()`,
  );
  const settings = { deviceKey: product.environment["DEVICE_KEY"] ?? "", pushHosts: [push.host] };
  const database = connectDatabase({ url: product.appUrl, connections: 2 });
  for (const row of rows) {
    const occasion = { actor: onDuty(row.person_id, row.organisation_id), now: new Date() };
    const subscription = push.makeSubscription(product.environment["VAPID_PUBLIC_KEY"]);
    await withWork(database, occasion, (work) => keepDevice(work, subscription, settings));
  }
  await database.$disconnect();
  return rows.length;
}

function onDuty(personId: string, organisationId: string): PersonActor {
  const authorityId = OrganisationId.parse(organisationId);
  return {
    kind: "person",
    personId: PersonId.parse(personId),
    sessionId: SessionId.parse(crypto.randomUUID()),
    name: "On duty",
    role: "duty-social-worker",
    organisationId: authorityId,
    organisationName: "Authority",
    authorityIds: [authorityId],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}

async function measure({ askers, heldNumbers, owner }: BenchProduct, push: FakePushService): Promise<void> {
  const questions = new Map<string, Question>();
  const arrivals = noteArrivals(push);
  const load = await openLoad(hitsPerSecond, seconds, async (index) => {
    const asker = askers[index % askers.length];
    const nhsNumber = heldNumbers[index];
    if (asker === undefined || nhsNumber === undefined) throw new Error("nobody to ask, or about nobody");
    const askedAt = performance.now();
    await ask(asker, nhsNumber);
    questions.set(nhsNumber, { askedAt, answeredAt: performance.now() });
  });
  const { rows: alerts } = await owner.query<{ id: string; nhs_number: string }>(
    `select alert.id, nhs_number from alert join subject on subject.id = subject_id where nhs_number = any ($1)`,
    [[...questions.keys()]],
  );
  await arrivals.haveAll(alerts.map(({ id }) => id));

  const pushed = alerts.flatMap(({ id, nhs_number }) => {
    const [question, arrivedAt] = [questions.get(nhs_number), arrivals.at.get(id)];
    return question === undefined || arrivedAt === undefined ? [] : [{ ...question, arrivedAt }];
  });
  print({ load, alerts: alerts.length, pushed });
  if (load.failures > 0 || pushed.length !== load.count) throw new Error("alerts were lost");
}

interface Question {
  readonly askedAt: number;
  readonly answeredAt: number;
}

interface Arrivals {
  /** When the first push about an alert arrived, by the alert's id. */
  readonly at: ReadonlyMap<string, number>;
  /** Waits until all of these have arrived, or patience is over. */
  readonly haveAll: (alertIds: readonly string[]) => Promise<void>;
}

function noteArrivals(push: FakePushService): Arrivals {
  const at = new Map<string, number>();
  const seen = new Set<FakeDelivery>();
  const note = async () => {
    for (;;) {
      const delivery = await push.waitForDelivery((one) => !seen.has(one));
      const now = performance.now();
      seen.add(delivery);
      const alertId = PushMessage.parse(delivery.message).notification.tag;
      if (!at.has(alertId)) at.set(alertId, now);
    }
  };
  void note();

  return {
    at,
    async haveAll(alertIds) {
      const giveUpAt = performance.now() + patienceMilliseconds;
      while (performance.now() < giveUpAt && !alertIds.every((id) => at.has(id))) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

interface Outcome {
  readonly load: Measured;
  readonly alerts: number;
  readonly pushed: readonly (Question & { readonly arrivedAt: number })[];
}

function print({ load, alerts, pushed }: Outcome): void {
  // A push may be there before the client has read its card: that is no time at all.
  const sinceAnswer = pushed.map(({ answeredAt, arrivedAt }) => Math.max(0, arrivedAt - answeredAt));
  const sinceQuestion = pushed.map(({ askedAt, arrivedAt }) => arrivedAt - askedAt);
  console.log(
    `\n${String(hitsPerSecond)} hits a second for ${String(seconds)} s, milliseconds until the push arrived:`,
  );
  console.table(
    Object.entries({
      "since the answer was received": sinceAnswer,
      "since the question was sent": sinceQuestion,
    }).map(([time, values]) => ({
      time,
      p50: round(percentile(values, 0.5)),
      p99: round(percentile(values, 0.99)),
      worst: round(Math.max(...values)),
    })),
  );
  console.table([
    {
      hits: load.count,
      failed: load.failures,
      alerts,
      pushes: pushed.length,
      lost: load.count - pushed.length,
    },
  ]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
