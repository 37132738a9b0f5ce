import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recentCalls, type CardLife } from "@/server/domain/incident/recent-calls";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { answerKinds } from "@/server/vocabulary/answer";
import { IncidentId, LookupId } from "@/server/vocabulary/ids";
import { ageGuesses } from "@/server/vocabulary/incident";

const instant = z.string().transform((text) => new Date(text));

const OwnIncident = z.object({
  incidentId: IncidentId,
  openedAt: instant,
  callNumber: z.string().nullable(),
  /** What the person asked in it, the first first; of a child asked about twice the newer. */
  children: z.array(
    z.object({
      lookupId: LookupId,
      nhsNumber: z.string(),
      answer: z.enum(answerKinds),
      askedAt: instant,
      /** How much longer the phone may show it. */
      clearsInMs: z.number(),
    }),
  ),
  unidentified: z
    .object({ count: z.number(), ageGuess: z.enum(ageGuesses), recordedAt: instant, clearsInMs: z.number() })
    .nullable(),
});
export type OwnIncident = Readonly<z.infer<typeof OwnIncident>>;

/**
 * The call that the person is on: the newest in which they asked about a child, or said that one is there, since they
 * signed in, whose card is not cleared yet, and that they have not ended. With it the phone is where it was after a
 * reload. On record as a view.
 */
export async function readOwnIncident(work: Work, life: CardLife): Promise<OwnIncident | undefined> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") return undefined;
  const lifeMs = life.CARD_CLEARS_AFTER_MINUTES * 60_000;

  const rows: { found: unknown }[] = await tx.$queryRaw`
    ${recentCalls(actor, now, life)}
    select json_build_object('incidentId', incident.id, 'openedAt', opened_at, 'callNumber', call_number,
      'children', (select coalesce(json_agg(json_build_object('lookupId', id, 'nhsNumber', nhs_number,
            'answer', answer, 'askedAt', asked_at, 'clearsInMs', ${lifeMs} - extract(epoch from ${now}::timestamptz - asked_at) * 1000)
          order by asked_at), '[]')
        from (select distinct on (nhs_number) id, nhs_number, answer, asked_at from lookup
          where person_id = ${actor.personId}::uuid and incident_id = incident.id and mode = 'unscheduled'
            and asked_at >= (select at from since)
          order by nhs_number, asked_at desc) child),
      'unidentified', (select json_build_object('count', count, 'ageGuess', age_guess, 'recordedAt', recorded_at,
          'clearsInMs', ${lifeMs} - extract(epoch from ${now}::timestamptz - recorded_at) * 1000)
        from unidentified where unidentified.incident_id = incident.id
          and recorded_at >= (select at from since)
        order by recorded_at desc, unidentified.id desc limit 1)) as found
    from recent join incident on incident.id = recent.incident_id
    where ended_at is null and organisation_id = ${actor.organisationId}::uuid
    order by at desc limit 1`;
  const own = OwnIncident.optional().parse(rows[0]?.found);
  if (own && own.children.length > 0) {
    await recordAudit(work, {
      action: "card:read",
      outcome: "done",
      detail: `list of ${String(own.children.length)}`,
      concerns: own.incidentId,
    });
  }
  return own;
}
