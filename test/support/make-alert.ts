import { randomUUID } from "node:crypto";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { readAlertProgress, type AlertProgress } from "@/server/domain/alert/read-alert-progress";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AskedIncident } from "@/server/vocabulary/asked-incident";
import { RequestId, type AlertId, type LookupId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

type Asked = Pick<Service, "database" | "configuration">;

export interface Question {
  readonly crew: PersonActor;
  readonly nhsNumber: NhsNumber;
  readonly now: Date;
  /** The call on which it is asked. */
  readonly incident?: AskedIncident | undefined;
}

export interface MadeAlert {
  readonly lookupId: LookupId;
  readonly alertId: AlertId;
  readonly reference: string;
}

/** The alert that a crew's question about a child who is known raises, or joins. */
export async function makeAlert(
  service: Asked,
  { crew, nhsNumber, now, incident }: Question,
): Promise<MadeAlert> {
  const request = {
    nhsNumber,
    requestId: RequestId.parse(randomUUID()),
    reason: "injury" as const,
    callBackNumber: "07700 900123",
    ...(incident && { incident }),
  };
  const settings = { ...service.configuration, mode: "unscheduled" as const };
  const { lookupId } = await withWork(service.database, { actor: crew, now }, (work) =>
    lookUpChild(work, request, settings),
  );

  const [alert] = await readProgress(service, { crew, lookupId, now });
  if (!alert) throw new Error("the question raised no alert");
  return { lookupId, alertId: alert.alertId, reference: alert.reference };
}

/** What the crew sees of the alerts of a lookup. */
export function readProgress(
  { database }: Pick<Service, "database">,
  { crew, lookupId, now }: { readonly crew: PersonActor; readonly lookupId: LookupId; readonly now: Date },
): Promise<readonly AlertProgress[]> {
  return withWork(database, { actor: crew, now }, (work) => readAlertProgress(work, lookupId));
}
