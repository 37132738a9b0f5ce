import { z } from "zod";
import { runSql } from "@/server/demo/postgres-databases";
import { alertEventKinds } from "@/server/vocabulary/alert-event";

const AlertsOnRecord = z.array(
  z.object({
    alertId: z.string(),
    reference: z.string(),
    /** In the order in which they happened. */
    events: z.array(z.enum(alertEventKinds)),
    /** How far each push came. */
    pushes: z.array(
      z.object({
        isAccepted: z.boolean(),
        isShown: z.boolean(),
        isOpened: z.boolean(),
        hasFailed: z.boolean(),
      }),
    ),
  }),
);
export type AlertOnRecord = Readonly<z.infer<typeof AlertsOnRecord>[number]>;

/** Every alert about this number, the newest first, as the database has it and whoever may see it. */
export async function alertsOnRecord(ownerUrl: string, nhsNumber: string): Promise<readonly AlertOnRecord[]> {
  const rows = await runSql(
    ownerUrl,
    `select alert.id as "alertId", reference,
       (select json_agg(kind order by happened_at, alert_event.id) from alert_event where alert_id = alert.id) as events,
       (select coalesce(json_agg(json_build_object(
          'isAccepted', accepted_at is not null, 'isShown', shown_at is not null,
          'isOpened', opened_at is not null, 'hasFailed', failed_at is not null) order by queued_at), '[]')
        from notice where alert_id = alert.id) as pushes
     from alert join subject on subject.id = subject_id
     where nhs_number = '${nhsNumber}'
     order by raised_at desc`,
  );
  return AlertsOnRecord.parse(rows);
}
