import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId } from "@/server/vocabulary/ids";
import { ageGuesses } from "@/server/vocabulary/incident";

const instant = z.string().transform((text) => new Date(text));

const Call = z.object({
  /** Other alerts to this authority with a look in one of the same incidents, the first first. */
  siblings: z.array(
    z.object({
      alertId: AlertId,
      reference: z.string(),
      raisedAt: instant,
      standing: z.enum(["waiting", "held", "ended"]),
    }),
  ),
  /** How many children nobody could identify, as was said last. */
  unidentified: z.object({ count: z.number(), ageGuess: z.enum(ageGuesses), recordedAt: instant }).nullable(),
});
export type Call = Readonly<z.infer<typeof Call>>;

/**
 * What else belongs to the call-outs of an alert: brothers and sisters, or whoever was there too. Nothing in it says who
 * a child is. A look that was taken back, since it was at the wrong child, ties nothing together.
 */
export async function readCall({ tx }: Work, alertId: AlertId): Promise<Call> {
  const rows: { call: unknown }[] = await tx.$queryRaw`
    with standing_look as (
      select look.alert_id, lookup.incident_id
      from alert_event look join lookup on lookup.id = look.lookup_id
      where lantern_is_look(look.kind) and lookup.incident_id in (
          select own.incident_id from alert_event seen join lookup own on own.id = seen.lookup_id
          where seen.alert_id = ${alertId}::uuid and lantern_is_look(seen.kind))
        and not exists (select 1 from alert_event wrong where wrong.alert_id = look.alert_id
          and wrong.kind = 'wrong-child' and wrong.lookup_id = look.lookup_id)
    ), own_incident as (
      select distinct incident_id from standing_look where alert_id = ${alertId}::uuid
    )
    select json_build_object(
      'siblings', (select coalesce(json_agg(json_build_object('alertId', sibling.id, 'reference', sibling.reference,
          'raisedAt', sibling.raised_at, 'standing', lantern_alert_standing(sibling.id))
          order by sibling.raised_at, sibling.id), '[]')
        from alert sibling where sibling.id <> alert.id and sibling.authority_id = alert.authority_id
          and sibling.id in (select standing_look.alert_id from standing_look join own_incident using (incident_id))),
      'unidentified', (select json_build_object('count', count, 'ageGuess', age_guess, 'recordedAt', recorded_at)
        from unidentified where incident_id in (select incident_id from own_incident)
        order by recorded_at desc, unidentified.id desc limit 1)) as call
    from alert where alert.id = ${alertId}::uuid`;
  return Call.parse(rows[0]?.call ?? { siblings: [], unidentified: null });
}
