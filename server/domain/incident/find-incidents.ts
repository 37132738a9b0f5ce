import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import type { KnownIncidents } from "@/server/domain/incident/choose-incident";
import { IncidentId } from "@/server/vocabulary/ids";
import type { AskedIncident } from "@/server/vocabulary/asked-incident";
import { incidentHours } from "@/server/vocabulary/incident";

const instant = z.string().transform((text) => new Date(text));

/** An incident as `incidentJson` gives it. */
export const IncidentJson = z
  .object({ id: IncidentId, opened_at: instant, call_number: z.string().nullable() })
  .transform(({ id, opened_at: openedAt, call_number: callNumber }) => ({
    incidentId: id,
    openedAt,
    callNumber,
  }));

export const incidentJson = Prisma.sql`
  json_build_object('id', incident.id, 'opened_at', incident.opened_at, 'call_number', incident.call_number)`;

/** Two expressions, `asked_incident` and `numbered_incident`, for a statement that reads something else besides. */
export function incidentColumns({ actor, now }: Work, asked: AskedIncident | undefined): Prisma.Sql {
  const organisationId = actor.kind === "person" ? actor.organisationId : null;
  return Prisma.sql`
    (select ${incidentJson} from incident
      where id = ${asked?.incidentId ?? null}::uuid and organisation_id = ${organisationId}::uuid) as asked_incident,
    (select ${incidentJson} from incident
      where organisation_id = ${organisationId}::uuid and call_number = ${asked?.callNumber ?? null}::text
        and opened_at > ${now}::timestamptz - make_interval(hours => ${incidentHours})
      order by opened_at desc limit 1) as numbered_incident`;
}

/** What of this there is in the person's own organisation. */
export async function findIncidents(work: Work, asked: AskedIncident): Promise<KnownIncidents> {
  const rows: unknown[] = await work.tx.$queryRaw`select ${incidentColumns(work, asked)}`;
  const found = z
    .object({ asked_incident: IncidentJson.nullable(), numbered_incident: IncidentJson.nullable() })
    .parse(rows[0]);
  return { asked: found.asked_incident, ofNumber: found.numbered_incident };
}

/** Two phones that begin a call with the same number at the same moment: the second waits, and joins the first. */
export async function waitForNumber({ tx, actor }: Work, asked: AskedIncident | undefined): Promise<void> {
  if (asked?.callNumber === undefined || actor.kind !== "person") return;
  const key = `call:${actor.organisationId}:${asked.callNumber}`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}
