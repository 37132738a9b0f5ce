import fc from "fast-check";
import type { Past } from "@/test/support/make-past";
import type { World } from "@/test/support/make-world";

const after = fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: null });

const notice = fc.record({
  channel: fc.constantFrom("push", "text", "email"),
  purpose: fc.constantFrom("alert", "alert", "alarm", "offer", "news", "message"),
  /** Of whoever took the alert, or of a colleague. */
  isTakers: fc.boolean(),
  /** Seconds after the alert was raised. */
  shownAfter: after,
  openedAfter: after,
});
const telling = fc.array(notice, { maxLength: 5 });

/**
 * Tells people of the alerts of a past by push, text message and e-mail at random, seen or not, and has a person take those that
 * were taken.
 */
export async function tellAlerts(world: World, { alerts }: Past, seed: number): Promise<void> {
  const [taker, colleague] = [
    await world.person("duty-social-worker"),
    await world.person("duty-social-worker"),
  ];
  const tellings = fc.sample(telling, { seed, numRuns: alerts.length });
  const told = alerts.flatMap(({ id, raisedAt }, at) =>
    (tellings[at] ?? []).map((one, round) => ({ ...one, alertId: id, raisedAt, round })),
  );
  await world.sql("update alert_event set person_id = $1 where kind = 'acknowledged'", [taker.personId]);
  await world.sql(
    `with device as (
       insert into device (person_id, organisation_id, channel, address_digest, sealed_address, push_host, added_at)
       select person_id, $2, channel, md5(person_id::text || channel) || repeat('0', 32), '\\x00', channel, now()
       from unnest($1::uuid[]) person_id, unnest(array['push', 'text', 'email']) channel returning id, person_id, channel)
     insert into notice (alert_id, purpose, channel, round, device_id, person_id, queued_at, ends_at, shown_at, opened_at)
     select "alertId", purpose, made.channel, round, device.id, device.person_id, "raisedAt", "raisedAt",
       "raisedAt" + make_interval(secs => "shownAfter"), "raisedAt" + make_interval(secs => "openedAfter")
     from jsonb_to_recordset($3::jsonb) as made ("alertId" uuid, purpose text, channel text, round int, "isTakers" boolean,
       "raisedAt" timestamptz, "shownAfter" int, "openedAfter" int)
       join device on device.channel = made.channel and (device.person_id = ($1::uuid[])[1]) = "isTakers"`,
    [[taker.personId, colleague.personId], taker.organisationId, JSON.stringify(told)],
  );
}
