import { randomUUID } from "node:crypto";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import {
  AlertId,
  CareSettingId,
  FeedId,
  FeedTokenId,
  IncidentId,
  LookReviewId,
  RequestId,
  type CardHandoverId,
  PracticeRunId,
  type DeviceId,
  type ReferralId,
  type LookupId,
  type WebhookId,
} from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import {
  writeOfAlert,
  writeOfHandover,
  writeOfMissed,
  writeOfRota,
  writeOfWebhook,
  type FullRota,
} from "@/test/support/fill-alert";
import { countFigures } from "@/test/support/count-figures";
import type { TestService } from "@/test/support/make-service";
import { makeNhsNumber, type World } from "@/test/support/make-world";
import { writeOfFigures } from "@/test/support/write-of-figures";
import { writeOfRegister } from "@/test/support/write-of-register";

/** What there is in a full world, by the ids that a stranger could try. */
export interface FullWorld {
  /** The organisation of the crew. */
  readonly trustCode: string;
  readonly crew: PersonActor;
  readonly duty: PersonActor;
  readonly child: { readonly nhsNumber: NhsNumber; readonly subjectId: string };
  readonly requestId: RequestId;
  readonly lookupId: LookupId;
  readonly alertId: AlertId;
  /** The call on which the crew asked about the child. */
  readonly incidentId: IncidentId;
  /** A question about nobody who is known. */
  readonly miss: {
    readonly nhsNumber: NhsNumber;
    readonly requestId: RequestId;
    readonly lookupId: LookupId;
  };
  /** A clinician's silent looks at the child: from one a missed appointment was reported, from the other nothing. */
  readonly clinic: {
    readonly actor: PersonActor;
    readonly reportedLookupId: LookupId;
    readonly silentLookupId: LookupId;
    readonly lookupIds: readonly LookupId[];
  };
  readonly otherCareSettingId: CareSettingId;
  /** The crew practised. */
  readonly practiceRunId: PracticeRunId;
  /** The newest list, applied; it left `planId` out. */
  readonly feedId: FeedId;
  readonly planId: string;
  /** A list that waits for a confirmation. */
  readonly reviewFeedId: FeedId;
  /** A plan that was told between two lists. */
  readonly toldFeedId: FeedId;
  readonly tokenId: FeedTokenId;
  /** Where the authority's case system is told. */
  readonly webhookId: WebhookId;
  /** The duty worker's phone. */
  readonly deviceId: DeviceId;
  readonly referralId: ReferralId;
  /** The crew's card, handed to a colleague who has not opened it. */
  readonly handoverId: CardHandoverId;
  readonly receiver: PersonActor;
  /** The privacy officer asks the crew why they looked at the child. */
  readonly reviewId: LookReviewId;
  readonly rota: FullRota;
  readonly subscription: {
    readonly endpoint: string;
    readonly keys: { readonly p256dh: string; readonly auth: string };
  };
}

/**
 * Leaves at least one row of everything in a world: the crew asked about a child (which raised an alert) and about a
 * stranger, the duty worker's phone was told, a list was received. Through the doors as far as there are doors.
 */
export async function fillWorld(world: World, service: TestService, now: Date): Promise<FullWorld> {
  const [crew, duty] = [await world.person("crew"), await world.person("duty-social-worker")];
  const callerOf = (actor: PersonActor) => createCaller({ service, session: { state: "open", actor }, now });
  const child = await world.plan();
  const requestId = RequestId.parse(randomUUID());
  const miss = { nhsNumber: makeNhsNumber(), requestId: RequestId.parse(randomUUID()) };
  const subscription = makeSubscription();
  const practiceRunId = PracticeRunId.parse(randomUUID());
  await callerOf(crew).practice.record({ runId: practiceRunId, steps: ["typed"] });

  const incidentId = IncidentId.parse(randomUUID());
  const incident = { incidentId };
  await callerOf(crew).incident.unidentified({ incident, requestId, count: 1, ageGuess: "under-5" });
  const card = await callerOf(crew).lookup.child({ requestId, nhsNumber: child.nhsNumber, incident });
  const missed = await callerOf(crew).lookup.child(miss);
  const { deviceId } = await callerOf(duty).device.keep(subscription);
  const [alert] = await world.sql("select id from alert where lookup_id = $1", [card.lookupId]);
  const alertId = AlertId.parse(alert?.["id"]);
  const clinician = await world.person("scheduled-clinician");
  const looksSilently = () => {
    const question = { requestId: RequestId.parse(randomUUID()), nhsNumber: child.nhsNumber };
    return callerOf(clinician).lookup.childSilently(question);
  };
  const { lookupId: reportedLookupId } = await looksSilently();
  const { lookupId: silentLookupId } = await looksSilently();
  await writeOfMissed(world, { alertId, lookupId: reportedLookupId, now });
  await world.sql(
    "insert into person_search (person_id, organisation_id, searched_at) values ($1, $2, $3::timestamptz - interval '1 hour')",
    [crew.personId, crew.organisationId, now],
  );
  await writeTheRest(world, { duty, alertId, deviceId, now });
  const referralId = await writeOfAlert(world, { crew, duty, alertId, now });
  const handed = await writeOfHandover(world, { crew, duty, alertId, now });
  const rota = await writeOfRota(world, { crew, duty, alertId, now });

  const deliveries = await makeDeliveries(world, child.nhsNumber);
  const [setting] = await world.sql(
    "insert into care_setting (organisation_id, name, kind) values ($1, 'Control room', 'control-room') returning id",
    [world.trust.id],
  );
  await world.sql("update organisation set control_room_number = '01632 960901' where id = $1", [
    world.trust.id,
  ]);
  await writeOfFigures(world, duty, now);
  await countFigures(service.database, now);
  // What has changed since.
  await world.sql("insert into changed_day values ($1::timestamptz::date, 'lookups')", [now]);
  return {
    trustCode: world.trust.code,
    crew,
    duty,
    child,
    requestId,
    lookupId: card.lookupId,
    alertId,
    incidentId,
    miss: { ...miss, lookupId: missed.lookupId },
    clinic: {
      actor: clinician,
      reportedLookupId,
      silentLookupId,
      lookupIds: [reportedLookupId, silentLookupId],
    },
    otherCareSettingId: CareSettingId.parse(setting?.["id"]),
    practiceRunId,
    ...deliveries,
    tokenId: await findToken(world),
    webhookId: await writeOfWebhook(world, alertId, now),
    reviewId: await findReview(world),
    referralId,
    ...handed,
    deviceId,
    subscription,
    rota,
  };
}

async function findToken(world: World): Promise<FeedTokenId> {
  const [row] = await world.sql("select id from feed_token where authority_id = $1", [world.authority.id]);
  return FeedTokenId.parse(row?.["id"]);
}

async function findReview(world: World): Promise<LookReviewId> {
  const [row] = await world.sql("select id from look_review where organisation_id = $1", [world.trust.id]);
  return LookReviewId.parse(row?.["id"]);
}

/** A list that was applied, one that waits to be confirmed, and a plan that was told between the two. */
async function makeDeliveries(world: World, nhsNumber: string) {
  const [row] = await world.sql(
    `with newest as (
       update register_state set last_sequence = sequence from feed
       where register_state.authority_id = $1 and feed.authority_id = $1 and kind = 'list' returning feed.id
     ), missed as (
       update plan set missing_from_feed_id = newest.id from newest where authority_id = $1 returning plan.id
     ), review as (
       insert into feed (authority_id, sequence, digest, received_at, received_by, state, compared_version)
       values ($1, 2000000000, repeat('0', 64), now(), 'page', 'review', 0) returning id
     ), told as (
       insert into feed (authority_id, kind, digest, received_at, received_by, state)
       values ($1, 'plan', repeat('0', 64), now(), 'page', 'received') returning id
     ), content as (
       insert into feed_content
       select id, $1, convert_to(E'nhs_number,family_name,given_names,date_of_birth,local_id,plan_type,start_date\r\n'
         || $2 || ',Example,Robin,2020-02-29,case-1,CPP,2026-01-05', 'UTF8')
       from told
     )
     select newest.id as newest, missed.id as plan, review.id as review, told.id as told
     from newest, missed, review, told`,
    [world.authority.id, nhsNumber],
  );
  return {
    feedId: FeedId.parse(row?.["newest"]),
    planId: String(row?.["plan"]),
    reviewFeedId: FeedId.parse(row?.["review"]),
    toldFeedId: FeedId.parse(row?.["told"]),
  };
}

/** A subscription on a known push service, as a browser gives it. */
export function makeSubscription(): FullWorld["subscription"] {
  const endpoint = `https://updates.push.services.mozilla.com/wpush/v2/${randomUUID()}`;
  return { endpoint, keys: { p256dh: "B".repeat(87), auth: "A".repeat(22) } };
}

interface Rest {
  readonly duty: PersonActor;
  readonly alertId: AlertId;
  readonly deviceId: string;
  readonly now: Date;
}

/** What only sign-in, the worker and the authority's system write. */
async function writeTheRest(world: World, { duty, alertId, deviceId, now }: Rest): Promise<void> {
  await world.sql("insert into role_assignment values ($1, $2, $3, $4)", [
    duty.personId,
    duty.organisationId,
    duty.role,
    now,
  ]);
  await world.sql(
    `with token as (insert into feed_token (authority_id, digest, issued_at) values ($1, $2, $3))
     insert into system_token (authority_id, client, assertion_digest, digest, expires_at, kept_until)
     values ($1, 'case-system', $2, $2, $3::timestamptz, $3::timestamptz)`,
    [world.authority.id, `${randomUUID()}${randomUUID()}`.replaceAll("-", ""), now],
  );
  await world.sql(
    `insert into row_problem (feed_id, authority_id, row_number, "column", value, row_answer, message)
     select id, authority_id, 2, 'nhs_number', '123', 'CPR01', '10 digits needed, 3 so far.' from feed
     where authority_id = $1`,
    [world.authority.id],
  );
  await world.sql(
    "insert into notice (alert_id, round, device_id, person_id, queued_at, ends_at) values ($1, 1, $2, $3, $4, $4)",
    [alertId, deviceId, duty.personId, now],
  );
  await writeOfRegister(world, now);
  await world.sql(
    "insert into weekly_digest values (uuidv7(), $1, $2, 'operator', repeat('0', 64), null, '', $3, $3)",
    [duty.personId, duty.organisationId, now],
  );
  await world.sql("insert into proof_day (day, begun_count) values ($1::date, 1) on conflict do nothing", [
    now,
  ]);
  await world.sql("insert into worker_heartbeat values ($1, $2) on conflict do nothing", [randomUUID(), now]);
}
