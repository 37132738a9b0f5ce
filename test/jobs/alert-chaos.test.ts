import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { expireNotices } from "@/server/domain/push/expire-notices";
import { IncidentId } from "@/server/vocabulary/ids";
import { systemActor } from "@/server/vocabulary/actor";
import { withWork } from "@/server/db/work";
import { test, type AlertStory } from "@/test/support/alert-story";
import { happen, histories, type ChaosWorld } from "@/test/support/chaos";
import { makeStoryCall } from "@/test/support/story-call";

/** Printed with each test; `CHAOS_SEED` and `CHAOS_RUNS` look at others. */
const seed = Number(process.env["CHAOS_SEED"] ?? 20_261_124);
const runs = Number(process.env["CHAOS_RUNS"] ?? 4);

test.describe.configure({ timeout: 120_000 });

for (const [run, steps] of histories(seed, runs).entries()) {
  test(`whatever happens in whatever order, no alert is lost or told twice (seed ${String(seed)}, history ${String(run + 1)})`, async ({
    story,
  }) => {
    const world = await makeChaosWorld(story);
    for (const step of steps) await happen(world, step);
    // Leases of the dead run out, faults come to an end, and the ladder goes on.
    await story.passTimeTo(world.minutes + 45);
    await withWork(
      story.service.database,
      { actor: systemActor("worker"), now: story.at(world.minutes + 120) },
      expireNotices,
    );

    expect(await story.world.sql(hitsWithoutOneAlert)).toEqual([]);
    expect(await story.world.sql(neitherTakenNorClimbing)).toEqual([]);
    expect(await story.world.sql(takenByNobody)).toEqual([]);
    expect(await story.world.sql(toldTooOften)).toEqual([]);
    expect(await story.world.sql(withoutAnEnd)).toEqual([]);
    expect(await story.world.sql(escalatedTwice)).toEqual([]);
    expect(await story.world.sql(twoOpenInOneCall)).toEqual([]);
    expect(await story.world.sql(newsToldTooOften)).toEqual([]);
    expect(await story.world.sql(newsUntold)).toEqual([]);
  });
}

async function makeChaosWorld(story: AlertStory): Promise<ChaosWorld> {
  const people = [
    await story.onCall("Amira Hassan"),
    await story.onCall("Ben Okafor", { rung: 2, phones: 2 }),
    await story.onCall("Chris Lee", { rung: 3 }),
  ];
  const plans = [await story.world.plan(), await story.world.plan(), await story.world.plan()];
  const { ambulance, emergency, incidentId } = await makeStoryCall(story);
  return {
    story,
    people,
    children: plans.map(({ nhsNumber }) => nhsNumber),
    crews: [ambulance, emergency],
    calls: [incidentId, IncidentId.parse(randomUUID())],
    asked: [],
    minutes: 0,
  };
}

/** Every committed hit is in exactly one alert of each authority that holds a plan. */
const hitsWithoutOneAlert = `
  select lookup.id, count(distinct alert_id) from lookup
    left join alert_event event on event.lookup_id = lookup.id and lantern_is_look(event.kind)
  where answer = 'held' group by lookup.id having count(distinct alert_id) <> 1`;

/** An alert that somebody should take has a next look at it in the queue. */
const neitherTakenNorClimbing = `
  select alert.id from alert where lantern_alert_standing(alert.id) = 'waiting' and not exists (
    select 1 from outbox where job ->> 'alertId' = alert.id::text and kind = 'climb-alert' and gave_up_at is null)`;

const takenByNobody = `
  select id from alert_event where kind in ('acknowledged', 'declined', 'notified', 'shown') and person_id is null`;

/** A phone has one notice each time its person was told, and no more. */
const toldTooOften = `
  select notice.alert_id, notice.device_id from notice where purpose = 'alert'
  group by notice.alert_id, notice.device_id, notice.person_id
  having count(*) > (select count(*) from alert_event event where event.alert_id = notice.alert_id
    and event.person_id = notice.person_id and event.kind = 'notified')`;

/** A child has one open alert in one call, whatever the settings. */
const twoOpenInOneCall = `
  select alert.subject_id, lookup.incident_id from alert
    join alert_event look on look.alert_id = alert.id and lantern_is_look(look.kind)
    join lookup on lookup.id = look.lookup_id
  where lookup.incident_id is not null and lantern_alert_standing(alert.id) <> 'ended'
  group by alert.subject_id, alert.authority_id, lookup.incident_id having count(distinct alert.id) > 1`;

/** A phone has at most one notice of each piece of news. */
const newsToldTooOften = `
  select notice.alert_id, notice.device_id from notice where purpose = 'news'
  group by notice.alert_id, notice.device_id
  having count(*) > (select count(*) from alert_event event where event.alert_id = notice.alert_id
    and event.kind = 'new-setting')`;

/** Each piece of news was told to somebody, unless nobody had the alert or was called by then. */
const newsUntold = `
  select event.id from alert_event event
  where event.kind = 'new-setting' and not exists (
      select 1 from notice where notice.alert_id = event.alert_id and purpose = 'news'
        and queued_at >= event.happened_at)
    and exists (select 1 from alert_event before where before.alert_id = event.alert_id
      and before.kind = 'notified' and before.happened_at < event.happened_at
      and exists (select 1 from device where device.person_id = before.person_id and retired_at is null))
    and not exists (select 1 from alert_event held where held.alert_id = event.alert_id
      and held.kind = 'acknowledged' and not exists (
        select 1 from device where device.person_id = held.person_id and retired_at is null))`;

const withoutAnEnd = `
  select id from notice where shown_at is null and failed_at is null and expired_at is null`;

/** Within one round of the ladder each rung is entered once. */
const escalatedTwice = `
  select alert_id, rung from (
    select alert_id, rung, kind, count(*) filter (where kind = 'unreached')
      over (partition by alert_id order by happened_at, id) as round from alert_event) happened
  where kind = 'escalated' group by alert_id, rung, round having count(*) > 1`;
