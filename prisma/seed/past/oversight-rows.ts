import type { Invention } from "@/prisma/seed/invention";
import type { Authority, CareSetting, HealthBody } from "@/prisma/seed/organisation-rows";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import { dayMilliseconds } from "@/prisma/seed/rota-rows";
import type { Member, Staff } from "@/prisma/seed/staff-rows";
import { addDays, londonDate, startOfLondonDay } from "@/server/vocabulary/london-time";

const minuteMilliseconds = 60_000;

interface OversightToMake {
  readonly authority: Authority;
  readonly staff: Staff;
  readonly now: Date;
}

/**
 * What managers look back on: practice alerts of one authority and work at its lists, who has practised, and the
 * service's own heartbeat of the last weeks.
 */
export function makeOversightPast(invention: Invention, to: OversightToMake): readonly TableRows[] {
  const { personas } = to.staff;
  const people = ["duty", "duty-backup", "la-manager", "data-officer"].map((id) => personas.get(id));
  const [first, second, manager, officer] = people;
  if (!first || !second || !manager || !officer) throw new Error("the demo's people are missing");
  const drills = drillStories.map((story) => ({ ...story, id: invention.id() }));
  return [
    ["alert", drills.map((drill) => drillRow(drill, to, manager))],
    [
      "alert_event",
      drills.flatMap((drill) => eventRows(invention, drill, { to, people: [first, second], manager })),
    ],
    ["audit", listWorkRows(invention, to, officer)],
    ["session", to.staff.askers.map((asker) => sessionRow(invention, asker, to.now))],
    [
      "practice_run",
      to.staff.askers.flatMap((asker, place) => practiceRow(invention, { ...asker, place }, to.now)),
    ],
    ["proof_day", Array.from({ length: 28 }, (_, place) => proofRow(27 - place, to.now))],
  ];
}

interface DrillStory {
  readonly daysAgo: number;
  readonly reference: string;
  /** Minutes until it was taken, and by whom: the first or the second on call. */
  readonly minutes: number;
  readonly rung: 1 | 2;
}

const drillStories: readonly DrillStory[] = [
  { daysAgo: 9, reference: "PRAC26", minutes: 1.5, rung: 1 },
  { daysAgo: 37, reference: "PRAC25", minutes: 7, rung: 2 },
  { daysAgo: 66, reference: "PRAC24", minutes: 3, rung: 1 },
  { daysAgo: 94, reference: "PRAC23", minutes: 9.5, rung: 2 },
];

type Drill = DrillStory & { readonly id: string };

function drillRow(
  { id, reference, daysAgo }: Drill,
  { authority, now }: OversightToMake,
  manager: Member,
): Row {
  return {
    id,
    reference,
    authority_id: authority.id,
    kind: "look-up",
    raised_at: daysBefore(now, daysAgo),
    drilled_by_id: manager.id,
  };
}

interface Told {
  readonly to: OversightToMake;
  readonly people: readonly [first: Member, second: Member];
  readonly manager: Member;
}

function eventRows(
  invention: Invention,
  { id, daysAgo, minutes, rung }: Drill,
  { to, people, manager }: Told,
): Row[] {
  const raisedAt = daysBefore(to.now, daysAgo).getTime();
  const event = (kind: string, after: number, { by, on }: { by: Member; on?: number }): Row => ({
    id: invention.id(),
    alert_id: id,
    kind,
    person_id: by.id,
    rung: on ?? null,
    outcome: null,
    happened_at: new Date(raisedAt + after * minuteMilliseconds),
  });
  const [first, second] = people;
  const taker = rung === 1 ? first : second;
  return [
    event("raised", 0, { by: manager }),
    event("notified", 0, { by: first, on: 1 }),
    ...(rung === 2 ? [event("notified", 5, { by: second, on: 2 })] : []),
    event("shown", minutes - 0.4, { by: taker }),
    event("acknowledged", minutes, { by: taker }),
    { ...event("closed", minutes + 1, { by: taker }), outcome: "no-concern" },
  ];
}

/** The list is looked at on working days, ever more briefly. */
function listWorkRows(invention: Invention, { authority, now }: OversightToMake, officer: Member): Row[] {
  return Array.from({ length: 20 }, (_, place) => place + 1)
    .filter((daysAgo) => daysAgo % 7 > 1)
    .flatMap((daysAgo) =>
      [0, 4, 4 + daysAgo / 3].map((minute) => ({
        id: invention.id(),
        happened_at: new Date(daysBefore(now, daysAgo).getTime() + minute * minuteMilliseconds),
        actor_kind: "person",
        person_id: officer.id,
        actor_name: officer.name,
        role: officer.role,
        organisation_id: authority.id,
        action: "feed:read",
        outcome: "done",
        detail: "quality",
      })),
    );
}

interface Asker {
  readonly member: Member;
  readonly body: HealthBody;
}

function settingOf({ member, body }: Asker): CareSetting {
  const own = body.settings.find(
    ({ kind }) => (kind === "control-room") === (member.role === "control-room"),
  );
  if (own === undefined) throw new Error(`${body.code} has no setting for ${member.role}`);
  return own;
}

/** The shift of yesterday, long ended. */
function sessionRow(invention: Invention, asker: Asker, now: Date): Row {
  const openedAt = daysBefore(now, 1);
  const endedAt = new Date(openedAt.getTime() + 8 * 60 * minuteMilliseconds);
  return {
    id: invention.id(),
    person_id: asker.member.id,
    organisation_id: asker.body.id,
    role: asker.member.role,
    care_setting_id: settingOf(asker).id,
    assurance: "AAL3_ANY",
    opened_at: openedAt,
    last_seen_at: endedAt,
    idle_minutes: 60,
    expires_at: endedAt,
    ended_at: endedAt,
    ended_by: "signed-out",
  };
}

/** Two of three have practised. */
function practiceRow(
  invention: Invention,
  { place, ...asker }: Asker & { readonly place: number },
  now: Date,
): Row[] {
  if (place % 3 === 0) return [];
  const at = daysBefore(now, 20 + (place % 60));
  return [
    {
      id: invention.id(),
      person_id: asker.member.id,
      organisation_id: asker.body.id,
      care_setting_id: settingOf(asker).id,
      role: asker.member.role,
      started_at: at,
      typed_at: at,
      held_seen_at: at,
      alert_followed_at: at,
      none_held_seen_at: at,
      could_not_check_seen_at: at,
      finished_at: new Date(at.getTime() + 4 * minuteMilliseconds),
    },
  ];
}

/** Every minute one; on one day a worker stood still for a quarter of an hour. */
function proofRow(daysAgo: number, now: Date): Row {
  const day = addDays(londonDate(now), -daysAgo);
  const startsAt = startOfLondonDay(day).getTime();
  const endsAt = Math.min(startOfLondonDay(addDays(day, 1)).getTime(), now.getTime());
  const lost = daysAgo === 12 ? 14 : daysAgo % 9 === 0 ? 1 : 0;
  const minutes = Math.floor((endsAt - startsAt) / minuteMilliseconds);
  return {
    day,
    begun_count: minutes,
    proven_count: Math.max(0, minutes - lost),
    first_proven_at: new Date(startsAt + 20_000),
    last_proven_at: new Date(Math.max(startsAt + 20_000, endsAt - 40_000)),
    longest_gap_seconds: (lost + 1) * 60,
  };
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * dayMilliseconds);
}
