import { expect } from "@playwright/test";
import { z } from "zod";
import { benchPeople } from "@/prisma/seed/bench";
import { demoChildren, type Case } from "@/prisma/seed/demo-children";
import { deliverTodaysLists, seed } from "@/prisma/seed/seed";
import { runSql } from "@/server/demo/postgres-databases";
import { personas } from "@/server/demo/personas";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { isPracticeNumber } from "@/server/vocabulary/practice-number";
import { test } from "@/test/support/database";
import {
  column,
  countTables,
  everything,
  faultsOfLeeds,
  toldForLeeds,
  readPlans,
  shownAt,
  staleAuthorities,
} from "@/test/support/read-seed";

const now = new Date("2026-11-23T21:14:00Z");
const quarterYearLater = new Date("2027-02-21T08:00:00Z");

test("the demo's database has every authority, 2,000 people, and a past, all of it finished", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();

  await seed(ownerUrl, { now, size: "demo" });

  const counts = await countTables(ownerUrl, now);
  expect(counts).toMatchObject({ authority: 153, trust: 11, emergency: 8, urgent: 4, outbox: 0, device: 0 });
  expect(counts).toMatchObject({ untaken: 0, stale: 2, register_state: 153 });
  expect(counts["people"]).toBeGreaterThan(2_000);
  expect(counts["lookup"]).toBeGreaterThan(2_900);
  expect(counts["held"]).toBeGreaterThan(100);
  expect(counts["escalated"]).toBeGreaterThan(5);
  expect(counts["unreached"]).toBe(1);
  expect(counts["audited"]).toBeGreaterThan(300);
  expect(counts["sharing"]).toBeGreaterThan(45);
});

test("a look of unscheduled care belongs to a call-out, but for a few; one of scheduled care to none", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });

  const looks = await runSql(
    ownerUrl,
    "select mode, incident_id is null as uncalled, count(*)::int from lookup group by 1, 2 order by 1, 2",
  );

  expect(looks).toMatchObject([
    { mode: "scheduled", uncalled: true },
    { mode: "unscheduled", uncalled: false },
    { mode: "unscheduled", uncalled: true },
  ]);
  expect(z.object({ count: z.number().min(1).max(30) }).safeParse(looks[2]).success).toBe(true);
});

test("a second seed changes nothing", async ({ freshDatabase }) => {
  const { ownerUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });
  const before = await everything(ownerUrl);

  await seed(ownerUrl, { now: quarterYearLater, size: "demo" });

  expect(await everything(ownerUrl)).toEqual(before);
});

test("two databases that are seeded at once get the same register and the same past", async ({
  freshDatabase,
}) => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);

  await Promise.all([one, other].map(({ ownerUrl }) => seed(ownerUrl, { now, size: "demo" })));

  expect(await everything(one.ownerUrl)).toEqual(await everything(other.ownerUrl));
});

test("no seeded NHS number is a real one and no telephone number rings anywhere", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });

  const nhsNumbers = await column(
    ownerUrl,
    `select nhs_number from subject union select superseded_by from subject where superseded_by is not null
     union select nhs_number from lookup`,
  );
  const telephones = await column(
    ownerUrl,
    `select office_number from authority_contact union select emergency_number from authority_contact
     union select call_back_number from lookup where call_back_number is not null`,
  );

  expect(nhsNumbers.length).toBeGreaterThan(4_000);
  expect(nhsNumbers.filter((text) => !text.startsWith("999") || !parseNhsNumber(text).ok)).toEqual([]);
  expect(nhsNumbers.filter(isPracticeNumber), "kept for practice").toEqual([]);
  expect(telephones.length).toBeGreaterThan(250);
  expect(telephones.filter((text) => !/^(01632 960|07700 900)\d{3}$/.test(text))).toEqual([]);
});

const cards: readonly { of: Case; kinds: string[]; shown: string[]; authorities: number }[] = [
  { of: "child-protection", kinds: ["child-protection"], shown: ["in-force"], authorities: 1 },
  { of: "looked-after", kinds: ["looked-after"], shown: ["in-force"], authorities: 1 },
  { of: "unborn", kinds: ["unborn"], shown: ["in-force"], authorities: 1 },
  {
    of: "two-authorities",
    kinds: ["child-protection", "looked-after"],
    shown: ["in-force", "in-force"],
    authorities: 2,
  },
  {
    of: "two-plans",
    kinds: ["child-protection", "looked-after"],
    shown: ["in-force", "in-force"],
    authorities: 1,
  },
  { of: "ended-lately", kinds: ["child-protection"], shown: ["ended"], authorities: 1 },
  { of: "ended-long-ago", kinds: ["child-protection"], shown: [], authorities: 1 },
  { of: "deleted", kinds: ["child-protection"], shown: [], authorities: 1 },
  { of: "superseded", kinds: ["child-protection"], shown: ["in-force"], authorities: 1 },
  { of: "born", kinds: ["unborn"], shown: ["born"], authorities: 1 },
  { of: "stranger", kinds: [], shown: [], authorities: 0 },
];

test("each of the demo's easy numbers leads to the card that its sentence promises", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });
  const register = await readPlans(ownerUrl);

  const found = demoChildren.map(({ nhsNumber, case: of }) => {
    const plans = register.filter((plan) => plan.nhsNumber === nhsNumber);
    const kinds = plans.map(({ kind }) => kind);
    return {
      of,
      kinds,
      shown: shownAt(plans, now),
      authorities: new Set(plans.map(({ authority }) => authority)).size,
    };
  });

  expect(found).toEqual(cards);
  expect(register.find(({ nhsNumber }) => nhsNumber === "9990000093")).toMatchObject({
    supersededBy: "9990000107",
  });
});

test("every lookup of the demo's past has the answer that the register gave on that day", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });
  const byNumber = Map.groupBy(await readPlans(ownerUrl), ({ nhsNumber }) => nhsNumber);
  const lookups = z
    .array(z.object({ nhsNumber: z.string(), answer: z.string(), askedAt: z.date() }))
    .parse(
      await runSql(ownerUrl, `select nhs_number as "nhsNumber", answer, asked_at as "askedAt" from lookup`),
    );

  const wrong = lookups.filter(({ nhsNumber, answer, askedAt }) => {
    const isHeld = shownAt(byNumber.get(nhsNumber) ?? [], askedAt).length > 0;
    return answer !== (isHeld ? "held" : "none-held");
  });

  expect(lookups.length).toBeGreaterThan(2_900);
  expect(wrong).toEqual([]);
});

test("each held answer of unscheduled care is an attendance and told each authority, and no other answer is", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });

  const wrong = await runSql(
    ownerUrl,
    `select lookup.id, answer, mode from lookup
     where (answer = 'held' and mode = 'unscheduled') <> exists (select from attendance where lookup_id = lookup.id)
        or case when answer = 'held' and mode = 'unscheduled'
             then (select count(distinct authority_id) from subject where subject.nhs_number = lookup.nhs_number) else 0 end
           <> (select count(*) from alert_event where alert_event.lookup_id = lookup.id)
        or not exists (select from audit where concerns = lookup.id)`,
  );
  // The demo's practice alerts go back further than its rotas.
  const untold = await runSql(
    ownerUrl,
    `select event.id from alert_event event join alert on alert.id = event.alert_id
     where event.kind = 'notified' and alert.drilled_by_id is null and not exists (
       select from shift join duty_team_authority served using (duty_team_id)
       where served.authority_id = alert.authority_id and shift.person_id = event.person_id
         and shift.rung = event.rung and starts_at <= happened_at and happened_at < ends_at)
       and not exists (
       select from shift_pattern join duty_team_authority served using (duty_team_id)
       where served.authority_id = alert.authority_id and shift_pattern.person_id = event.person_id
         and shift_pattern.rung = event.rung and first_on <= happened_at)`,
  );

  expect(wrong).toEqual([]);
  expect(untold).toEqual([]);
});

test("the demo's duty social workers are first and second for Leeds at every hour, and sign-in will find them", async ({
  freshDatabase,
}) => {
  const { ownerUrl, appUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });
  // A working day, Christmas on a Friday, a weekend, and the Monday that stands for Boxing Day.
  const instants = [now, ...halfHours("2026-12-24", 5)];

  const told = await toldForLeeds(appUrl, instants);
  await deliverTodaysLists(ownerUrl, quarterYearLater);
  const later = await toldForLeeds(appUrl, [quarterYearLater, ...halfHours("2027-04-20", 1)]);

  const pair = ["duty", "duty-backup"].map((id) => personas.find((persona) => persona.id === id)?.name);
  for (const [place, names] of [...told, ...later].entries()) {
    expect(names, (instants[place] ?? quarterYearLater).toISOString()).toEqual(pair);
  }
  const found = await runSql(
    ownerUrl,
    "select subject, issuer from person where name = any (array['Amira Hassan', 'Ben Carter']) order by name",
  );
  expect(found).toEqual(
    ["duty", "duty-backup"].map((id) => {
      return { subject: personas.find((persona) => persona.id === id)?.subject, issuer: "council" };
    }),
  );
  expect(await staleAuthorities(ownerUrl, quarterYearLater)).toHaveLength(2);
});

test("the rota of Leeds has a gap and a swap to come, and nothing else that is wrong, on every day that the demo is started", async ({
  freshDatabase,
}) => {
  const { ownerUrl, appUrl } = await freshDatabase();
  await seed(ownerUrl, { now, size: "demo" });
  await deliverTodaysLists(ownerUrl, now);

  expect(await faultsOfLeeds(appUrl, now)).toEqual(["gap"]);
  expect(await comingAt(ownerUrl, now)).toEqual(["absence", "swap", "swap"]);
  await deliverTodaysLists(ownerUrl, quarterYearLater);
  expect(await faultsOfLeeds(appUrl, quarterYearLater)).toEqual(["gap"]);
  expect(await comingAt(ownerUrl, quarterYearLater)).toEqual(["absence", "swap", "swap"]);
});

async function comingAt(ownerUrl: string, at: Date): Promise<string[]> {
  return column(
    ownerUrl,
    `select kind from shift_change where starts_at > '${at.toISOString()}' order by kind`,
  );
}

function halfHours(day: string, days: number): Date[] {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: days * 48 }, (_, place) => new Date(start + place * 1_800_000));
}

test("the benchmark's database has as many plans as wanted, under valid numbers, and people who may ask", async ({
  freshDatabase,
}) => {
  const { ownerUrl } = await freshDatabase();

  await seed(ownerUrl, { now, size: "bench", plans: 20_000 });
  const people = await benchPeople(ownerUrl, 3, now);

  const [plans] = await runSql(
    ownerUrl,
    "select count(*)::int, count(distinct authority_id)::int as at from plan",
  );
  const sample = await column(
    ownerUrl,
    "select nhs_number from subject where ('x' || md5(nhs_number))::bit(4) = 0::bit(4)",
  );
  expect(plans).toEqual({ count: 20_000, at: 153 });
  expect(sample.length).toBeGreaterThan(1_000);
  expect(sample.filter((text) => text < "9100000000" || !parseNhsNumber(text).ok)).toEqual([]);
  expect(people).toHaveLength(3);
  const [states] = await runSql(
    ownerUrl,
    `select array_agg(distinct actor.state) as states from session, session_actor(session.id, '${now.toISOString()}') actor`,
  );
  expect(states).toEqual({ states: ["open"] });
});
