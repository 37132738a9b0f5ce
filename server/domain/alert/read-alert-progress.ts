import type { Work } from "@/server/db/work";
import { progressOf, type AlertProgress as Progress } from "@/server/domain/alert/alert-progress";
import { crewLine, newSettingLine } from "@/server/domain/alert/crew-line";
import { readMissed, type MissedFact } from "@/server/domain/alert/missed/read-missed";
import { readMessages, type Message } from "@/server/domain/alert/messages/read-messages";
import { visitFacts, type VisitFacts } from "@/server/domain/alert/visit/visit-facts";
import { numberNow } from "@/server/domain/directory/number-now";
import { attemptsForCrew } from "@/server/domain/push/milestones-in-words";
import { readToldNotices } from "@/server/domain/push/read-told-notices";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { isLook, lookKinds } from "@/server/vocabulary/alert-event";
import { AlertId, OrganisationId, type LookupId } from "@/server/vocabulary/ids";

export interface AlertProgress {
  readonly alertId: AlertId;
  readonly kind: AlertKind;
  readonly reference: string;
  readonly authorityId: OrganisationId;
  readonly authorityName: string;
  readonly progress: Progress;
  /** The state in one plain line for the crew, such as "Taken by Amira Hassan at 21:16." */
  readonly line: string;
  /** The crew should not wait any longer but ring this number. */
  readonly ringNow: string | undefined;
  /** Every attempt to have it taken and how it fared, in plain words. */
  readonly attempts: readonly string[];
  readonly messages: readonly Message[];
  /** What the crew itself has said of the child since. */
  readonly visit: VisitFacts;
  /** The missed appointment that was reported from this lookup, if one was. */
  readonly missed: MissedFact | undefined;
}

/**
 * What became of the alerts of one own lookup, those included that were there already and which it joined. None of
 * somebody else's lookup.
 */
export async function readAlertProgress(work: Work, lookupId: LookupId): Promise<readonly AlertProgress[]> {
  const alerts = (await isOwn(work, lookupId)) ? await findAlerts(work, lookupId) : [];
  const alertIds = alerts.map(({ id }) => AlertId.parse(id));
  const events = await readAlertEvents(work, alertIds);
  const messages = await readMessages(work, alertIds);
  const notices = await readToldNotices(work, alertIds);
  const missed = await readMissed(work, alertIds);

  return alerts.map(({ id, reference, authority, ...alert }) => {
    const kind = AlertKind.parse(alert.kind);
    const own = events.filter(({ alertId }) => alertId === id);
    const progress = progressOf(own);
    const look = own.find((event) => event.lookupId === lookupId && isLook(event));
    const number = authority.contact ? numberNow(authority.contact, work.now).first.number : undefined;
    return {
      alertId: AlertId.parse(id),
      kind,
      reference,
      authorityId: OrganisationId.parse(authority.id),
      authorityName: authority.name,
      progress,
      line: crewLine(progress, { number, kind }) + newSettingLine(progress, look?.kind),
      ringNow: progress.stage === "unreached" ? number : undefined,
      attempts: attemptsForCrew(notices.filter(({ alertId }) => alertId === id)),
      messages: messages.filter(({ alertId }) => alertId === id),
      visit: visitFacts(own, lookupId),
      missed: missed.find((fact) => fact.alertId === id && fact.lookupId === lookupId),
    };
  });
}

async function isOwn({ tx, actor }: Work, lookupId: LookupId): Promise<boolean> {
  if (actor.kind !== "person") return false;
  return (await tx.lookup.count({ where: { id: lookupId, personId: actor.personId } })) > 0;
}

function findAlerts({ tx }: Work, lookupId: LookupId) {
  return tx.alert.findMany({
    where: { OR: [{ lookupId }, { events: { some: { lookupId, kind: { in: [...lookKinds] } } } }] },
    select: {
      id: true,
      kind: true,
      reference: true,
      authority: {
        select: {
          id: true,
          name: true,
          contact: {
            select: {
              officeNumber: true,
              officeOpensAt: true,
              officeClosesAt: true,
              fridayClosesAt: true,
              emergencyNumber: true,
              emergencyTeam: true,
            },
          },
        },
      },
    },
    orderBy: { authority: { name: "asc" } },
  });
}
