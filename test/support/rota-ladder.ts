import { withWork } from "@/server/db/work";
import { climbAlerts } from "@/server/domain/alert/ladder/climb-alerts";
import { ladderSettings } from "@/server/jobs/ladder-settings";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AlertId } from "@/server/vocabulary/ids";
import { makeAlert } from "@/test/support/make-alert";
import { worker, type RotaDesk } from "@/test/support/rota-desk";

/** An instant given as London writes it in winter, `2026-11-23T16:59`, or with its own offset. */
export function instant(text: string): Date {
  return new Date(text.length === 16 ? `${text}:00Z` : text);
}

/** Somebody asks about a child of the desk's authority at this instant, another child each time. */
export async function raiseAlert(desk: RotaDesk, at: Date, asker?: PersonActor): Promise<AlertId> {
  const crew = asker ?? (await desk.world.person("crew"));
  const { nhsNumber } = await desk.world.plan();
  return (await makeAlert(desk.service, { crew, nhsNumber, now: at })).alertId;
}

/** The worker looks at the alert's ladder at this instant, and takes every step that is due. */
export async function climbAt(desk: RotaDesk, alertId: AlertId, at: Date): Promise<void> {
  const settings = ladderSettings(desk.service.configuration);
  await withWork(desk.service.database, { actor: worker, now: at }, (work) =>
    climbAlerts(work, [alertId], settings),
  );
}

/** Whom the ladder tells at this instant of an alert that is raised then: `Amira Hassan 1`. */
export async function firstTold(desk: RotaDesk, at: Date): Promise<string[]> {
  const alertId = await raiseAlert(desk, at);
  await climbAt(desk, alertId, at);
  return (await stepsOf(desk, alertId)).flatMap((step) =>
    step.startsWith("notified ") ? [step.slice("notified ".length)] : [],
  );
}

/** The ladder's steps so far, such as `notified Amira Hassan 1`. */
export async function stepsOf({ world }: RotaDesk, alertId: AlertId): Promise<string[]> {
  const rows = await world.sql(
    `select concat_ws(' ', kind, person.name, rung) as line
     from alert_event left join person on person.id = person_id
     where alert_id = $1 and kind <> 'raised' order by happened_at, alert_event.id`,
    [alertId],
  );
  return rows.map(({ line }) => String(line));
}

/** Each of these people can be told by a phone from now on. */
export async function givePhones({ world }: RotaDesk, people: readonly PersonActor[]): Promise<void> {
  for (const { personId, organisationId } of people) {
    await world.sql(
      `insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at, channel)
       values ($1::uuid, $2::uuid, md5($1::text) || md5($2::text), '\\x00', 'push.example', '2026-01-05', 'push')`,
      [personId, organisationId],
    );
  }
}
