import { tellAlertStory, type StoryEvent, type StoryKind } from "@/prisma/seed/past/alert-story";
import type { Invention } from "@/prisma/seed/invention";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import type { PastQuestion } from "@/prisma/seed/past/past-questions";
import type { KnownPerson } from "@/prisma/seed/register-rows";
import { dayMilliseconds, type Rota } from "@/prisma/seed/rota-rows";
import type { Member } from "@/prisma/seed/staff-rows";

type KnownSubject = KnownPerson["subjects"][number];

/** An alert of the past and who took it. */
export interface PastAlert {
  readonly id: string;
  readonly raisedAt: Date;
  readonly takenAt: Date;
  readonly takenBy: Member;
  readonly nhsNumber: string;
}

export interface PastAlerts {
  readonly alerts: readonly PastAlert[];
  readonly tables: readonly TableRows[];
}

/** One alert for each authority that a held answer concerns, all of them taken; views within 24 hours join it. */
export function makePastAlerts(
  invention: Invention,
  rota: Rota,
  questions: readonly PastQuestion[],
): PastAlerts {
  const open = new Map<string, PastAlert>();
  const alerts: PastAlert[] = [];
  const alertRows: Row[] = [];
  const eventRows: Row[] = [];

  for (const question of questions.filter(({ isHeld, mode }) => isHeld && mode === "unscheduled")) {
    for (const subject of question.known?.subjects ?? []) {
      const key = `${subject.id} ${question.careSetting.id}`;
      const joined = open.get(key);
      if (joined && question.askedAt.getTime() - joined.raisedAt.getTime() < dayMilliseconds) {
        eventRows.push(viewRow(invention, { kind: "viewed-again", alertId: joined.id, question }));
        continue;
      }
      const made = makeAlert(invention, rota, { question, subject, story: storyOf(alerts.length) });
      open.set(key, made.alert);
      alerts.push(made.alert);
      alertRows.push(made.row);
      eventRows.push(...made.events);
    }
  }
  return {
    alerts,
    tables: [
      ["alert", alertRows],
      ["alert_event", eventRows],
    ],
  };
}

/** Most are taken at once, every seventh by the second person; one found nobody at first. */
function storyOf(place: number): StoryKind {
  if (place === 12) return "unreached";
  return place % 7 === 3 ? "escalated" : "taken";
}

interface AlertToMake {
  readonly question: PastQuestion;
  readonly subject: KnownSubject;
  readonly story: StoryKind;
}

function makeAlert(invention: Invention, rota: Rota, { question, subject, story }: AlertToMake) {
  const id = invention.id();
  const raisedAt = question.askedAt;
  const at = (second: number) => new Date(raisedAt.getTime() + second * 1_000);
  const told = (rung: number, instant: Date) => rota.onCall(subject.authority.teamId, rung, instant);
  const happenings = tellAlertStory(invention, story);
  const last = happenings.at(-1) ?? { second: 0, rung: 1 };

  const row = {
    id,
    reference: invention.draw.string.fromCharacters("34679CDFGHJKMNPQRTWXY", 6),
    authority_id: subject.authority.id,
    lookup_id: question.id,
    subject_id: subject.id,
    organisation_id: question.body.id,
    care_setting_id: question.careSetting.id,
    raised_at: raisedAt,
    incident_id: question.incidentId,
  };
  const events = [
    viewRow(invention, { kind: "raised", alertId: id, question }),
    ...happenings.map((event) => storyRow(invention, event, { alertId: id, at, told })),
  ];
  const takenAt = at(last.second);
  const alert = { id, raisedAt, takenAt, takenBy: told(last.rung, takenAt), nhsNumber: question.nhsNumber };
  return { alert, row, events };
}

interface View {
  readonly kind: "raised" | "viewed-again";
  readonly alertId: string;
  readonly question: PastQuestion;
}

function viewRow(invention: Invention, { kind, alertId, question }: View): Row {
  return {
    id: invention.id(),
    alert_id: alertId,
    kind,
    person_id: question.asker.id,
    rung: null,
    lookup_id: question.id,
    happened_at: question.askedAt,
  };
}

interface StoryPlace {
  readonly alertId: string;
  readonly at: (second: number) => Date;
  readonly told: (rung: number, instant: Date) => Member;
}

/** As server/domain/alert writes them: steps of the ladder name the rung, what a person did or got names the person. */
function storyRow(
  invention: Invention,
  { kind, second, rung }: StoryEvent,
  { alertId, at, told }: StoryPlace,
): Row {
  const isOfRung = kind === "notified" || kind === "escalated";
  const isOfPerson = kind !== "escalated" && kind !== "unreached";
  return {
    id: invention.id(),
    alert_id: alertId,
    kind,
    person_id: isOfPerson ? told(rung, at(second)).id : null,
    rung: isOfRung ? rung : null,
    lookup_id: null,
    happened_at: at(second),
  };
}
