import { demoChildren, replacingDemoNumber, type Case } from "@/prisma/seed/demo-children";
import { nhsNumbersFrom, type Invention } from "@/prisma/seed/invention";
import type { Authority } from "@/prisma/seed/organisation-rows";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import { plansOfCase, type SeedPlan } from "@/prisma/seed/plans-of-case";
import { traceRows, type SeededSubject } from "@/prisma/seed/trace-rows";
import { addDays, londonDate } from "@/server/vocabulary/london-time";

/** A person as the authorities know them: the first of `subjects` is the authority that asked about most. */
export interface KnownPerson {
  readonly nhsNumber: string;
  readonly case: Case;
  readonly supersededBy: string | null;
  readonly subjects: readonly KnownSubject[];
}

interface KnownSubject {
  readonly id: string;
  readonly authority: Authority;
  readonly plans: readonly SeedPlan[];
}

export interface Register {
  readonly people: readonly KnownPerson[];
  readonly plansOf: ReadonlyMap<string, number>;
  /** The rows of subject, and of plan once it is said which feed brought an authority's plans. */
  readonly tables: (feedOf: ReadonlyMap<string, string>) => readonly TableRows[];
}

const peopleCount = 2_000;
/** Out of each hundred people. */
const shares: readonly (readonly [Case, number])[] = [
  ["child-protection", 37],
  ["looked-after", 40],
  ["unborn", 5],
  ["two-plans", 4],
  ["two-authorities", 3],
  ["ended-lately", 5],
  ["ended-long-ago", 2],
  ["deleted", 2],
  ["superseded", 2],
];

/** About 2,000 invented people over all authorities, more in Leeds, and the demo's people with easy numbers. */
export function makeRegister(invention: Invention, authorities: readonly Authority[], now: Date): Register {
  const numbers = nhsNumbersFrom(100_000, 97);
  const cases = shares.flatMap(([of, share]) => Array.from({ length: share }, () => of));
  const makePerson = (
    to: Pick<KnownPerson, "nhsNumber" | "case" | "supersededBy">,
    at: readonly Authority[],
  ) => withPlans(invention, { ...to, now, at });

  const fixed = demoChildren
    .filter((child) => child.case !== "stranger")
    .map(({ nhsNumber, case: of }) => {
      const supersededBy = of === "superseded" ? replacingDemoNumber : null;
      return makePerson(
        { nhsNumber, case: of, supersededBy },
        authorityPair(authorities, "E08000035", "E08000032"),
      );
    });
  const invented = Array.from({ length: peopleCount }, (_, place) => {
    const of = invention.draw.helpers.arrayElement(cases);
    const supersededBy = of === "superseded" ? numbers.next().value : null;
    const at =
      place % 40 === 0
        ? authorityPair(authorities, "E08000035", "E08000032")
        : neighbours(authorities, place);
    return makePerson({ nhsNumber: numbers.next().value, case: of, supersededBy }, at);
  });

  const people = [...fixed, ...invented];
  const plansOf = new Map<string, number>();
  for (const { authority, plans } of people.flatMap(({ subjects }) => subjects)) {
    plansOf.set(authority.id, (plansOf.get(authority.id) ?? 0) + plans.length);
  }
  return { people, plansOf, tables: (feedOf) => registerTables(invention, { people, feedOf, now }) };
}

function authorityPair(authorities: readonly Authority[], ...codes: string[]): Authority[] {
  return codes.flatMap((code) => authorities.filter((authority) => authority.code === code));
}

function neighbours(authorities: readonly Authority[], place: number): Authority[] {
  const from = place % authorities.length;
  return [...authorities.slice(from, from + 2), ...authorities.slice(0, 1)];
}

type PersonToMake = Pick<KnownPerson, "nhsNumber" | "case" | "supersededBy"> & {
  readonly now: Date;
  readonly at: readonly Authority[];
};

function withPlans(invention: Invention, { now, at, ...person }: PersonToMake): KnownPerson {
  const daysAgo = invention.draw.number.int({ min: 70, max: 700 });
  const lists = plansOfCase(person.case, { today: londonDate(now), daysAgo });
  const subjects = lists.flatMap((plans, place) => {
    const authority = at[place];
    return authority ? [{ id: invention.id(), authority, plans }] : [];
  });
  return { ...person, subjects };
}

interface RegisterToWrite {
  readonly people: readonly KnownPerson[];
  readonly feedOf: ReadonlyMap<string, string>;
  readonly now: Date;
}

function registerTables(invention: Invention, { people, feedOf, now }: RegisterToWrite): TableRows[] {
  const subjects = people.flatMap((person) => {
    const identity = identityOf(invention, person, now);
    return person.subjects.map(({ id, authority }): SeededSubject & { readonly id: string } => ({
      id,
      authority_id: authority.id,
      nhs_number: person.nhsNumber,
      ...identity,
      superseded_by: person.supersededBy,
    }));
  });
  const plans = people.flatMap(({ subjects: known }) =>
    known.flatMap((subject) => subject.plans.map((plan) => planRow(invention, { subject, plan, feedOf }))),
  );
  const births = plans.filter(({ kind, end_on }) => kind === "unborn" && end_on !== null);
  return [
    ["subject", subjects],
    ["plan", plans],
    [
      "birth_question",
      births.map(({ id = null, authority_id = null, end_on = null }) => ({
        plan_id: id,
        authority_id,
        asked_at: end_on,
      })),
    ],
    ["trace", traceRows(subjects, now)],
  ];
}

/** An unborn child's entry is the pregnant woman's; all others are children, born before their first plan. */
function identityOf({ draw, familyName, givenName }: Invention, person: KnownPerson, now: Date) {
  const isMother = person.case === "unborn" || person.case === "born";
  const ageDays = isMother
    ? draw.number.int({ min: 18 * 366, max: 38 * 365 })
    : draw.number.int({ min: 1_100, max: 6_200 });
  return {
    family_name: familyName(),
    given_names: givenName(isMother ? "female" : undefined),
    date_of_birth: addDays(londonDate(now), -ageDays),
  };
}

interface PlanToWrite {
  readonly subject: KnownSubject;
  readonly plan: SeedPlan;
  readonly feedOf: ReadonlyMap<string, string>;
}

function planRow(invention: Invention, { subject, plan, feedOf }: PlanToWrite): Row {
  return {
    id: invention.id(),
    authority_id: subject.authority.id,
    subject_id: subject.id,
    kind: plan.kind,
    start_on: plan.startOn,
    end_on: plan.endOn,
    deleted_on: plan.deletedOn,
    due_on: plan.dueOn,
    local_id: `${subject.authority.code}-${invention.draw.string.numeric(6)}`,
    feed_id: feedOf.get(subject.authority.id) ?? null,
  };
}
