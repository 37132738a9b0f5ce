import { randomUUID } from "node:crypto";
import { jobsChannel } from "@/server/db/outbox";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { share } from "@/server/jobs/push-hosts";
import type { AlertBench } from "@/test/bench/alert";
import { measurePushFloor } from "@/test/bench/push-floor";

const size = Number(process.env["BENCH_BURST"] ?? 1_000);

export type BurstRow = Readonly<Record<string, number>>;

/**
 * So many alerts in one transaction, as in the worst minute of a night: seconds until the last push has left. The floor,
 * in the same run: the `web-push` library alone, in a process of its own like the worker, with the same keys, to the same
 * phones, with as many at once.
 */
export async function measureBurst(alertBench: AlertBench): Promise<BurstRow> {
  const { push, duty, bench } = alertBench;
  const alertIds = await raiseAtOnce(alertBench);
  const committedAt = performance.now();
  const topics = alertIds.map(pushTopic);
  await push.waitFor(topics);
  const arrived = topics.flatMap((topic) => push.arrivals.get(topic) ?? []);
  if (arrived.length < size) throw new Error(`${String(size - arrived.length)} pushes were lost`);
  const project = (Math.max(...arrived) - committedAt) / 1_000;

  const { environment } = bench.product;
  const floor = await measurePushFloor(push, {
    name: `floor-${randomUUID().slice(0, 8)}`,
    phones: duty.phones,
    count: size,
    concurrency: share,
    certificateAuthorityPem: push.certificateAuthorityPem,
    vapid: {
      subject: environment["VAPID_SUBJECT"] ?? "",
      publicKey: environment["VAPID_PUBLIC_KEY"] ?? "",
      privateKey: environment["VAPID_PRIVATE_KEY"] ?? "",
    },
  });
  return {
    alerts: size,
    "first left s": round((Math.min(...arrived) - committedAt) / 1_000),
    "last left s": round(project),
    "floor s": round(floor),
    "times the floor": round(project / floor),
  };
}

/** Written as the owner, since asking so many questions would take longer than the pushes do. */
async function raiseAtOnce({ bench, nextNumber }: AlertBench): Promise<readonly string[]> {
  const numbers = Array.from({ length: size }, nextNumber);
  const { rows } = await bench.owner.query<{ id: string }>(
    `with child as (
       select distinct on (nhs_number) id, nhs_number, authority_id from subject where nhs_number = any ($1)
     ), asker as (
       select session.person_id, session.organisation_id, care_setting_id from session where id = $2
     ), asked as (
       insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, asked_at)
       select person_id, gen_random_uuid(), organisation_id, care_setting_id, 'crew', 'unscheduled', nhs_number, 'held', now()
       from child, asker returning id, nhs_number
     ), raised as (
       insert into alert (reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
       select $4 || row_number() over (), child.authority_id, asked.id, child.id, asker.organisation_id,
         asker.care_setting_id, now()
       from child join asked on asked.nhs_number = child.nhs_number cross join asker
       returning id, lookup_id
     ), happened as (
       insert into alert_event (alert_id, kind, lookup_id, happened_at) select id, 'raised', lookup_id, now() from raised
     ), queued as (
       insert into outbox (kind, job, unique_key, due_at)
       select 'climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', id), 'climb:' || id, now() from raised
     ), told as (select pg_notify($3, ''))
     select raised.id from raised, told`,
    [numbers, bench.people[0]?.sessionId, jobsChannel, randomUUID().slice(0, 6)],
  );
  return rows.map(({ id }) => id);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
