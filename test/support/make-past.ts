import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/server/vocabulary/actor";
import { alertOutcomes, type AlertOutcome } from "@/server/vocabulary/alert-outcome";
import { numberSources, type NumberSource } from "@/server/vocabulary/number-source";
import { answerKinds, type AnswerKind } from "@/server/vocabulary/answer";
import type { World } from "@/test/support/make-world";

/** A question of the past, as a test remembers it: what the figures are checked against. */
export interface PastLookup {
  readonly id: string;
  readonly askedAt: Date;
  readonly organisationId: string;
  readonly careSettingId: string;
  readonly answer: AnswerKind;
  /** A failed attempt left a record and no lookup. */
  readonly isFailure: boolean;
  readonly nhsNumber: string;
  /** How the number came to the phone; nobody knows of a failed attempt. */
  readonly channel: NumberSource;
}

export interface PastAlert {
  readonly id: string;
  readonly raisedAt: Date;
  readonly authorityId: string;
  readonly organisationId: string;
  readonly careSettingId: string;
  readonly lookupIds: readonly string[];
  readonly shownAt: Date;
  readonly takenAt: Date | undefined;
  readonly answeredAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly outcome: AlertOutcome | undefined;
  /** The highest that was told before somebody took it. */
  readonly rung: number;
  readonly isUnreached: boolean;
}

export interface Past {
  readonly lookups: readonly PastLookup[];
  readonly alerts: readonly PastAlert[];
}

interface PastToMake {
  readonly seed: number;
  readonly worlds: readonly World[];
  readonly from: Date;
  readonly to: Date;
  readonly count: number;
}

/**
 * Writes a random past: questions of every world's crew about children of any world's authority, with every answer,
 * failures, alerts at every stage and repeated views. The same seed gives the same past.
 */
export async function makePast({ seed, worlds, from, to, count }: PastToMake): Promise<Past> {
  const random = randomFrom(seed);
  const sides = await Promise.all(worlds.map(makeSide));
  const lookups: PastLookup[] = [];
  const alerts: PastAlert[] = [];

  for (let index = 0; index < count; index += 1) {
    const asker = pick(sides, random);
    const told = pick(sides, random);
    const lookup = pastLookup({ asker, told, random, askedAt: between(from, to, random) });
    lookups.push(lookup);
    if (lookup.answer !== "held" || random() < 0.1) continue;

    const folded =
      random() < 0.2 ? alerts.findIndex(({ authorityId }) => authorityId === told.authorityId) : -1;
    const open = alerts[folded];
    if (open) alerts[folded] = { ...open, lookupIds: [...open.lookupIds, lookup.id] };
    else alerts.push(pastAlert(lookup, told, random));
    // A child whom two authorities know.
    const second = pick(sides, random);
    if (!open && second !== told) alerts.push(pastAlert(lookup, second, random));
  }
  await writePast(sides, { lookups, alerts });
  return { lookups, alerts };
}

interface Side {
  readonly world: World;
  readonly crew: PersonActor;
  readonly authorityId: string;
  readonly subjectId: string;
  readonly nhsNumber: string;
  readonly careSettingIds: readonly string[];
}

async function makeSide(world: World): Promise<Side> {
  const secondSetting = randomUUID();
  await world.sql("insert into care_setting values ($1, $2, 'Control room', 'control-room')", [
    secondSetting,
    world.trust.id,
  ]);
  const { subjectId, nhsNumber } = await world.plan();
  return {
    world,
    crew: await world.person("crew", `Morgan Secret-${world.trust.name}`),
    authorityId: world.authority.id,
    subjectId,
    nhsNumber,
    careSettingIds: [world.careSetting.id, secondSetting],
  };
}

interface Question {
  readonly asker: Side;
  readonly told: Side;
  readonly random: Random;
  readonly askedAt: Date;
}

function pastLookup({ asker, told, random, askedAt }: Question): PastLookup {
  const answer = pick(answerKinds, random);
  return {
    id: randomUUID(),
    askedAt,
    organisationId: asker.world.trust.id,
    careSettingId: pick(asker.careSettingIds, random),
    answer,
    isFailure: answer === "could-not-check" && random() < 0.7,
    nhsNumber: told.nhsNumber,
    channel: pick(numberSources, random),
  };
}

function pastAlert(lookup: PastLookup, told: Side, random: Random): PastAlert {
  const waitMilliseconds = Math.round(random() * random() * 3_600_000);
  const after = (milliseconds: number) => new Date(lookup.askedAt.getTime() + Math.round(milliseconds));
  const isTaken = random() < 0.8;
  const isAnswered = isTaken && random() < 0.7;
  const isClosed = isTaken && random() < 0.6;
  const answeredAt = isAnswered ? after(waitMilliseconds + random() * 900_000) : undefined;
  const closedAt = isClosed ? after(waitMilliseconds + random() * 7_200_000) : undefined;
  return {
    id: randomUUID(),
    raisedAt: lookup.askedAt,
    authorityId: told.authorityId,
    organisationId: lookup.organisationId,
    careSettingId: lookup.careSettingId,
    lookupIds: [lookup.id],
    shownAt: after(1_000),
    takenAt: isTaken ? after(waitMilliseconds) : undefined,
    answeredAt,
    closedAt,
    outcome: isClosed ? pick(alertOutcomes, random) : undefined,
    rung: 1 + Math.floor(random() * 3),
    isUnreached: random() < 0.15,
  };
}

async function writePast(sides: readonly Side[], { lookups, alerts }: Past): Promise<void> {
  const [{ world } = { world: undefined }] = sides;
  const crewOf = new Map(sides.map(({ world: { trust }, crew }) => [trust.id as string, crew]));
  const subjectOf = new Map(sides.map(({ authorityId, subjectId }) => [authorityId, subjectId]));
  const asked = lookups.map((lookup) => ({
    ...lookup,
    personId: crewOf.get(lookup.organisationId)?.personId,
  }));
  const raised = alerts.map((alert) => ({ ...alert, subjectId: subjectOf.get(alert.authorityId) }));

  await world?.sql(insertLookups, [JSON.stringify(asked.filter(({ isFailure }) => !isFailure))]);
  await world?.sql(insertFailures, [JSON.stringify(asked.filter(({ isFailure }) => isFailure))]);
  await world?.sql(insertAlerts, [JSON.stringify(raised)]);
  await world?.sql(insertEvents, [JSON.stringify(alerts.flatMap(eventsOf))]);
}

function eventsOf(alert: PastAlert) {
  const { id, raisedAt, lookupIds, shownAt, takenAt, answeredAt, closedAt, outcome, isUnreached } = alert;
  const later = shownAt;
  const views = lookupIds.map((lookupId, index) => ({
    kind: index === 0 ? "raised" : "viewed-again",
    lookupId,
  }));
  return [
    ...views.map((view) => ({ ...view, alertId: id, happenedAt: raisedAt })),
    ...rungsOf(alert).map((rung) => ({ alertId: id, kind: "notified", rung, happenedAt: raisedAt })),
    { alertId: id, kind: "shown", happenedAt: later },
    ...(takenAt ? [{ alertId: id, kind: "acknowledged", happenedAt: takenAt }] : []),
    ...(answeredAt ? [{ alertId: id, kind: "promised", happenedAt: answeredAt }] : []),
    ...(closedAt ? [{ alertId: id, kind: "closed", outcome, happenedAt: closedAt }] : []),
    // A ladder can be climbed to its end more than once.
    ...(isUnreached
      ? ["first", "second"].map(() => ({ alertId: id, kind: "unreached", happenedAt: later }))
      : []),
  ];
}

function rungsOf({ rung }: PastAlert): number[] {
  return Array.from({ length: rung }, (_, index) => index + 1);
}

const insertLookups = `
  insert into lookup (id, person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer,
    call_back_number, asked_at, number_source)
  select id, "personId", gen_random_uuid(), "organisationId", "careSettingId", 'crew', 'unscheduled', "nhsNumber",
    answer, '07700 900123', "askedAt", channel
  from jsonb_to_recordset($1::jsonb) as row (id uuid, "personId" uuid, "organisationId" uuid, "careSettingId" uuid,
    "nhsNumber" text, answer text, "askedAt" timestamptz, channel text)`;

const insertFailures = `
  insert into audit (id, happened_at, actor_kind, person_id, actor_name, role, organisation_id, care_setting_id,
    action, outcome, detail)
  select id, "askedAt", 'person', "personId", 'Morgan Secret', 'crew', "organisationId", "careSettingId",
    'child:look-up', 'failed', 'Error'
  from jsonb_to_recordset($1::jsonb) as row (id uuid, "personId" uuid, "organisationId" uuid, "careSettingId" uuid,
    "askedAt" timestamptz)`;

const insertAlerts = `
  insert into alert (id, reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
  select id, substr(id::text, 1, 13), "authorityId", ("lookupIds"->>0)::uuid, "subjectId", "organisationId",
    "careSettingId", "raisedAt"
  from jsonb_to_recordset($1::jsonb) as row (id uuid, "authorityId" uuid, "lookupIds" jsonb, "subjectId" uuid,
    "organisationId" uuid, "careSettingId" uuid, "raisedAt" timestamptz)`;

const insertEvents = `
  insert into alert_event (alert_id, kind, lookup_id, happened_at, rung, outcome)
  select "alertId", kind, "lookupId", "happenedAt", rung, outcome
  from jsonb_to_recordset($1::jsonb) as row ("alertId" uuid, kind text, "lookupId" uuid, "happenedAt" timestamptz,
    rung int, outcome text)`;

type Random = () => number;

/** Mulberry32: small, fast, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function between(from: Date, to: Date, random: Random): Date {
  return new Date(from.getTime() + Math.floor(random() * (to.getTime() - from.getTime())));
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
