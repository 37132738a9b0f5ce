import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { Act, Deed, Look, Telling, type LookRecord, type ToldAlert } from "@/server/vocabulary/look-record";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

const LookRow = Look.omit({ who: true, alerts: true }).extend({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  setting: z.string(),
});
type LookRow = z.infer<typeof LookRow>;

const AlertRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  authority: z.string(),
  raisedAt: z.date(),
  messages: z.number().int(),
  lookupIds: z.array(z.uuid()),
});
type AlertRow = z.infer<typeof AlertRow>;

const ActRow = Act.omit({ who: true }).extend({
  name: z.string(),
  role: z.string().nullable(),
  organisation: z.string(),
  setting: z.string().nullable(),
});

const OfAlert = z.object({ alertId: z.uuid() });

export type LookFacts = Pick<LookRecord, "looks" | "alerts" | "acts">;

interface Question {
  readonly tx: Work["tx"];
  readonly nhsNumber: NhsNumber;
  /** The organisation whose record it is. */
  readonly own: string;
}

/**
 * What one organisation has on record about one number: the looks of its own people and, of an authority, those about
 * which it was alerted; who was told of them and what was done; and everything else its people did with the number.
 * Five statements, however much there is.
 */
export async function readLookFacts(
  { tx }: Work,
  { organisationId: own }: PersonActor,
  nhsNumber: NhsNumber,
): Promise<LookFacts> {
  const question = { tx, nhsNumber, own };
  const looks = await readLooks(question);
  const alerts = await readAlerts(
    question,
    looks.map(({ id }) => id),
  );
  const alertIds = alerts.map(({ id }) => id);
  const [told, done] = [await readTold(question, alertIds), await readDone(question, alertIds)];
  return {
    looks: looks.map((look) => lookOf(look, alerts)),
    alerts: alerts.map((alert) => toldAlertOf(alert, told, done)),
    acts: await readActs(question),
  };
}

function lookOf(
  { id, name, role, organisation, setting, ...look }: LookRow,
  alerts: readonly AlertRow[],
): Look {
  const own = alerts.filter(({ lookupIds }) => lookupIds.includes(id));
  return {
    ...look,
    who: { name, role, organisation, setting },
    alerts: own.map(({ reference }) => reference),
  };
}

function toldAlertOf(
  { id, reference, authority, raisedAt, messages }: AlertRow,
  told: readonly (z.infer<typeof OfAlert> & Telling)[],
  done: readonly (z.infer<typeof OfAlert> & Deed)[],
): ToldAlert {
  const of = <Fact extends { readonly alertId: string }>(facts: readonly Fact[]) =>
    facts.filter(({ alertId }) => alertId === id).map(({ alertId: _alertId, ...fact }) => fact);
  return { reference, authority, raisedAt, messages, told: of(told), done: of(done) };
}

async function readLooks({ tx, nhsNumber, own }: Question): Promise<LookRow[]> {
  const rows: unknown = await tx.$queryRaw`
    select lookup.id, asked_at as at, person.name, lookup.role, organisation.name as organisation,
      care_setting.name as setting, mode, answer, reason, number_source as "numberSource",
      incident_id is not null as "isOnCall", call_number as "callNumber"
    from lookup join person on person.id = lookup.person_id
      join organisation on organisation.id = lookup.organisation_id
      join care_setting on care_setting.id = lookup.care_setting_id
      left join incident on incident.id = incident_id
    where nhs_number = ${nhsNumber} and (lookup.organisation_id = ${own}::uuid
      or exists (select from alert_event event join alert on alert.id = event.alert_id
        where event.lookup_id = lookup.id and lantern_is_look(event.kind) and authority_id = ${own}::uuid))
    order by asked_at, lookup.id`;
  return z.array(LookRow).parse(rows);
}

async function readAlerts({ tx, own }: Question, lookupIds: readonly string[]): Promise<AlertRow[]> {
  const rows: unknown = await tx.$queryRaw`
    select alert.id, reference, authority.name as authority, raised_at as "raisedAt",
      (select count(*)::int from message where message.alert_id = alert.id) as messages,
      array_agg(distinct event.lookup_id) as "lookupIds"
    from alert_event event join alert on alert.id = event.alert_id
      join organisation authority on authority.id = authority_id
    where event.lookup_id = any (${lookupIds}::uuid[]) and lantern_is_look(event.kind)
      and (alert.organisation_id = ${own}::uuid or authority_id = ${own}::uuid)
    group by alert.id, authority.name
    order by raised_at, alert.id`;
  return z.array(AlertRow).parse(rows);
}

async function readTold({ tx }: Question, alertIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select alert_id as "alertId", person.name, channel, purpose, queued_at as at, accepted_at as "acceptedAt",
      shown_at as "shownAt", opened_at as "openedAt", failed_at as "failedAt", expired_at as "expiredAt"
    from notice join person on person.id = person_id
    where alert_id = any (${alertIds}::uuid[])
    order by queued_at, notice.id`;
  return z.array(Telling.extend(OfAlert.shape)).parse(rows);
}

/** Looks are entries of their own. Only whether there are words, never the words: they may name the child. */
async function readDone({ tx }: Question, alertIds: readonly string[]) {
  const rows: unknown = await tx.$queryRaw`
    select alert_id as "alertId", happened_at as at, kind, person.name, other.name as "otherName", outcome,
      detail is not null as "hasWords"
    from alert_event event left join person on person.id = person_id
      left join person other on other.id = other_person_id
    where alert_id = any (${alertIds}::uuid[]) and not lantern_is_look(kind)
    order by happened_at, event.id`;
  return z.array(Deed.extend(OfAlert.shape)).parse(rows);
}

/** Everything of the audit with this number but what is told as a look already. */
async function readActs({ tx, nhsNumber, own }: Question): Promise<Act[]> {
  const rows: unknown = await tx.$queryRaw`
    select happened_at as at, actor_name as name, role, organisation.name as organisation,
      care_setting.name as setting, action, outcome, detail
    from audit join organisation on organisation.id = audit.organisation_id
      left join care_setting on care_setting.id = audit.care_setting_id
    where nhs_number = ${nhsNumber} and audit.organisation_id = ${own}::uuid
      and not (outcome = 'done' and action in ('child:look-up', 'child:look-up-silently'))
    order by happened_at, audit.id`;
  return z
    .array(ActRow)
    .parse(rows)
    .map(({ name, role, organisation, setting, ...act }) => ({
      ...act,
      who: { name, role, organisation, setting },
    }));
}
