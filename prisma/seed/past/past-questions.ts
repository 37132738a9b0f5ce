import { inventedMobile, nhsNumbersFrom, type Invention } from "@/prisma/seed/invention";
import type { CareSetting, HealthBody } from "@/prisma/seed/organisation-rows";
import { withCalls } from "@/prisma/seed/past/past-calls";
import type { KnownPerson } from "@/prisma/seed/register-rows";
import { dayMilliseconds, historyDays } from "@/prisma/seed/rota-rows";
import type { Member, Staff } from "@/prisma/seed/staff-rows";
import type { Case } from "@/prisma/seed/demo-children";
import { attendanceReasons, type AttendanceReason } from "@/server/vocabulary/attendance-reason";

/** One question of the demo's past. */
export interface PastQuestion {
  readonly id: string;
  readonly requestId: string;
  readonly asker: Member;
  readonly body: HealthBody;
  readonly careSetting: CareSetting;
  readonly mode: "unscheduled" | "scheduled";
  readonly nhsNumber: string;
  /** Whoever is in the register under this number; none for a stranger. */
  readonly known: KnownPerson | undefined;
  readonly isHeld: boolean;
  readonly reason: AttendanceReason | null;
  readonly callBackNumber: string | null;
  readonly askedAt: Date;
  /** The call-out that it belongs to; none for scheduled care. */
  readonly incidentId: string | null;
}

type Uncalled = Omit<PastQuestion, "incidentId">;

const questionCount = 2_900;
/** One question in so many is about a child who is known, as often as the service expects it. */
const oneHitIn = 18;
const caseThatIsNotHeld: ReadonlySet<Case> = new Set(["ended-long-ago", "deleted"]);
/** Where the personas work, more is asked, so that their pages have something on them. */
const busy: Readonly<Record<string, number>> = { RRU: 8, RX8: 5, RZD01: 3, RZD02: 3, RY6: 3 };

/** About 3,000 questions of the last four weeks, oldest first; the newest is some hours old. */
export function makePastQuestions(
  invention: Invention,
  { askers }: Staff,
  asked: { readonly people: readonly KnownPerson[]; readonly now: Date },
): PastQuestion[] {
  const strangers = nhsNumbersFrom(550_000, 113);
  const crowd = askers.flatMap((asker) => Array.from({ length: busy[asker.body.code] ?? 1 }, () => asker));

  const questions = Array.from({ length: questionCount }, (_, place): Uncalled => {
    const { member, body } = invention.draw.helpers.arrayElement(crowd);
    const known = place % oneHitIn === 0 ? someoneNear(invention, body, asked.people) : undefined;
    return {
      ...whereAndWhy(invention, member, body),
      nhsNumber: known?.nhsNumber ?? strangers.next().value,
      known,
      isHeld: known !== undefined && !caseThatIsNotHeld.has(known.case),
      askedAt: someTime(invention, asked.now),
    };
  });
  const again = questions.filter(({ known }) => known).filter((_, place) => place % 6 === 0);
  return withCalls(
    [...questions, ...again.map((question) => askedAgain(invention, question))].toSorted(
      (one, other) => one.askedAt.getTime() - other.askedAt.getTime(),
    ),
  );
}

/** Of those whom an authority of the body's own region knows; at Yorkshire's every second of them is of Leeds. */
function someoneNear(
  { draw }: Invention,
  { region }: HealthBody,
  people: readonly KnownPerson[],
): KnownPerson {
  const near = people.filter(({ subjects }) => subjects[0]?.authority.region === region);
  const ofLeeds = near.filter(({ subjects }) => subjects[0]?.authority.code === "E08000035");
  return draw.helpers.arrayElement(ofLeeds.length > 0 && draw.datatype.boolean() ? ofLeeds : near);
}

function whereAndWhy({ draw, id }: Invention, asker: Member, body: HealthBody) {
  const settings = body.settings.filter(
    ({ kind }) => (kind === "control-room") === (asker.role === "control-room"),
  );
  return {
    id: id(),
    requestId: id(),
    asker,
    body,
    careSetting: draw.helpers.arrayElement(settings),
    mode: asker.role === "scheduled-clinician" ? ("scheduled" as const) : ("unscheduled" as const),
    reason:
      draw.helpers.maybe(() => draw.helpers.arrayElement(attendanceReasons), { probability: 0.6 }) ?? null,
    callBackNumber:
      draw.helpers.maybe(() => inventedMobile(draw.number.int(999)), { probability: 0.4 }) ?? null,
  };
}

/** Evenings are busiest: of two hours drawn, the later is taken. The last six hours are left free. */
function someTime({ draw }: Invention, now: Date): Date {
  const daysAgo = draw.number.int({ min: 1, max: historyDays - 1 });
  const hour = Math.max(draw.number.int(23), draw.number.int(23));
  const midnight = now.getTime() - (now.getTime() % dayMilliseconds);
  const asked = midnight - daysAgo * dayMilliseconds + hour * 3_600_000 + draw.number.int(3_599_999);
  return new Date(Math.min(asked, now.getTime() - 6 * 3_600_000 - draw.number.int(3_600_000)));
}

/** Asked once more within the hour at the same place: it joins the alert that is there. */
function askedAgain({ id, draw }: Invention, question: Uncalled): Uncalled {
  const askedAt = new Date(question.askedAt.getTime() + draw.number.int({ min: 40, max: 90 }) * 60_000);
  return { ...question, id: id(), requestId: id(), askedAt };
}
