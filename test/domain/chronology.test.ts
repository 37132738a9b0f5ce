import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import type { Chronology } from "@/server/domain/chronology/chronology";
import { readChronology } from "@/server/domain/chronology/read-chronology";
import type { PersonActor } from "@/server/vocabulary/actor";
import { SubjectId } from "@/server/vocabulary/ids";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { test as base, type AlertStory } from "@/test/support/alert-story";
import { linesOf } from "@/test/support/chronology-facts";
import { makeAlert } from "@/test/support/make-alert";
import { makeNhsNumber, type World } from "@/test/support/make-world";

interface Desk {
  readonly amira: PersonActor;
  /** The chronology of the child under this number in the register of a world, as its duty worker reads it. */
  reads(nhsNumber: NhsNumber, period?: Partial<Pick<Chronology, "from" | "to">>): Promise<Chronology>;
  asks(nhsNumber: NhsNumber, minutes: number, crew?: PersonActor): ReturnType<typeof makeAlert>;
}

const test = base.extend<{ readonly desk: Desk }>({
  desk: async ({ story }, use) => {
    const amira = await story.world.person("duty-social-worker", "Amira Hassan");
    await use({
      amira,
      reads: async (nhsNumber, { from = null, to = "2026-11-24" } = {}) => {
        const subjectId = await subjectOf(story.world, nhsNumber);
        return readAs(story, amira, { subjectId, from, to });
      },
      asks: (nhsNumber, minutes, crew = story.crew) =>
        makeAlert(story.service, { crew, nhsNumber, now: story.at(minutes) }),
    });
  },
});

async function subjectOf(world: World, nhsNumber: NhsNumber): Promise<SubjectId> {
  const sql = "select id from subject where nhs_number = $1 and authority_id = $2";
  const [row] = await world.sql(sql, [nhsNumber, world.authority.id]);
  return SubjectId.parse(row?.["id"]);
}

function readAs(
  { service, at }: AlertStory,
  actor: PersonActor,
  asked: { readonly subjectId: SubjectId; readonly from: string | null; readonly to: string },
): Promise<Chronology> {
  return withWork(service.database, { actor, now: at(600) }, (work) =>
    readChronology(work, { ...asked, form: "page" }),
  );
}

const day = 24 * 60;

test("everything around an alert is told as it is in the tables", async ({ story, desk }) => {
  const { nhsNumber } = await story.world.plan();
  const alert = await desk.asks(nhsNumber, 0);
  const { alertId } = alert;
  await story.takes({ actor: desk.amira, phones: [] }, alert, 4);
  await story.world.sql(
    `insert into message (alert_id, request_id, person_id, side, body, sent_at) values ($1, $2, $3, 'crew', 'We wait.', $4)`,
    [alertId, randomUUID(), story.crew.personId, story.at(1)],
  );
  await story.world.sql(
    `insert into alert_event (alert_id, kind, person_id, outcome, detail, happened_at)
     values ($1, 'closed', $2, 'sought-help-promptly', 'Mother rang at once.', $3)`,
    [alertId, desk.amira.personId, story.at(30)],
  );

  const { child, entries, readBy } = await desk.reads(nhsNumber);

  expect(child).toMatchObject({ nhsNumber, familyName: "Example", plans: [{ kind: "child-protection" }] });
  expect(readBy).toBe("Amira Hassan");
  expect(entries).toMatchObject([{ isPositive: true, place: `Ambulance, ${story.world.trust.name}` }]);
  expect(entries.flatMap(linesOf)).toEqual([
    `Sam Rider, crew, ${story.world.trust.name}, looked at the record. Reason: injury.`,
    "Sam Rider, for the crew, wrote: “We wait.”",
    "Taken by Amira Hassan, 4 minutes after the alert was raised.",
    "(positive) Closed by Amira Hassan: help was sought promptly. “Mother rang at once.”",
  ]);
});

test("a referral and its decision are told with the alert, and those to other authorities are not", async ({
  story,
  desk,
}) => {
  const { nhsNumber } = await story.world.plan();
  const { alertId } = await desk.asks(nhsNumber, 0);
  const second = await story.secondAuthority();
  const refer = (authorityId: string, concern: string) =>
    story.world.sql(
      `with made as (
         insert into referral (reference, authority_id, organisation_id, person_id, request_id, concern, made_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7) returning id)
       insert into referral_alert select id, $8 from made`,
      [
        randomUUID(),
        authorityId,
        story.crew.organisationId,
        story.crew.personId,
        randomUUID(),
        concern,
        story.at(5),
        alertId,
      ],
    );
  await refer(story.world.authority.id, "A burn.");
  await refer(second.authority.id, "Said to others.");

  const [entry] = (await desk.reads(nhsNumber)).entries;

  expect(entry?.steps.map(({ quote }) => quote)).toEqual([null, "A burn.", null]);
});

test("attendances about which another authority alone was alerted appear as attendances", async ({
  story,
  desk,
}) => {
  const nhsNumber = makeNhsNumber();
  const second = await story.secondAuthority();
  await second.plan({ nhsNumber });
  await desk.asks(nhsNumber, -2 * day);
  await story.world.plan({ nhsNumber });
  await desk.asks(nhsNumber, 0);

  const { entries } = await desk.reads(nhsNumber);

  expect(entries.map(({ reference, steps }) => [reference !== null, steps.length])).toEqual([
    [false, 1],
    [true, 1],
  ]);
});

test("a number that was replaced is followed both ways; a number that only looks alike is not", async ({
  story,
  desk,
}) => {
  const [older, newer, adopted] = [makeNhsNumber(), makeNhsNumber(), makeNhsNumber()];
  const second = await story.secondAuthority();
  await second.plan({ nhsNumber: newer });
  await desk.asks(newer, -4 * day);
  await story.world.plan({ nhsNumber: older, supersededBy: newer });
  // The same name and date of birth under a number of its own, as after an adoption.
  await story.world.plan({ nhsNumber: adopted });
  await desk.asks(older, -2 * day);
  await desk.asks(adopted, 0);
  const found = async (nhsNumber: NhsNumber) =>
    (await desk.reads(nhsNumber)).entries.map(({ at, reference }) => [at, reference !== null]);

  const both = [
    [story.at(-4 * day), false],
    [story.at(-2 * day), true],
  ];
  expect(await found(older)).toEqual(both);
  expect(await found(adopted)).toEqual([[story.at(0), true]]);
  await story.world.plan({ nhsNumber: newer });
  expect(await found(newer)).toEqual(both);
});

test("an entry is of the period in which somebody looked, from midnight to midnight in London", async ({
  story,
  desk,
}) => {
  const { nhsNumber } = await story.world.plan();
  // 23:00, 00:30 the next day, and the day after that.
  for (const minutes of [110, 200, 2 * day]) {
    await story.world.sql("update alert set raised_at = raised_at - interval '2 days'");
    await desk.asks(nhsNumber, minutes);
  }
  const numberOf = async (from: string | null, to: string) =>
    (await desk.reads(nhsNumber, { from, to })).entries.length;

  expect(await numberOf(null, "2026-12-31")).toBe(3);
  expect(await numberOf("2026-11-23", "2026-11-23")).toBe(1);
  expect(await numberOf("2026-11-24", "2026-11-24")).toBe(1);
  expect(await numberOf("2026-11-24", "2026-11-25")).toBe(2);
  expect(await numberOf(null, "2026-11-22")).toBe(0);
});

test("every reading is on record with the number; another authority finds nothing", async ({
  story,
  desk,
}) => {
  const { nhsNumber } = await story.world.plan();
  const subjectId = await subjectOf(story.world, nhsNumber);
  const stranger = await (await story.secondAuthority()).person("duty-social-worker");

  await desk.reads(nhsNumber);
  const looking = readAs(story, stranger, { subjectId, from: null, to: "2026-11-24" });

  await expect(looking).rejects.toMatchObject({ kind: "not-found" });
  expect(
    await story.world.sql(
      "select person_id, nhs_number, concerns, detail from audit where action = 'chronology:read'",
    ),
  ).toEqual([
    {
      person_id: desk.amira.personId,
      nhs_number: nhsNumber,
      concerns: subjectId,
      detail: "page, the beginning to 2026-11-24, entries: 0",
    },
  ]);
});

test("the number of statements does not grow with the number of entries", async ({ story, desk }) => {
  const { nhsNumber } = await story.world.plan();
  const statements = async () => {
    let count = 0;
    const subjectId = await subjectOf(story.world, nhsNumber);
    await withWork(story.service.database, { actor: desk.amira, now: story.at(600) }, async (work) => {
      const tx = new Proxy(work.tx, {
        get: (target, name) => {
          if (String(name).startsWith("$")) count += 1;
          return Reflect.get(target, name) as unknown;
        },
      });
      await readChronology({ ...work, tx }, { subjectId, from: null, to: "2026-12-31", form: "page" });
    });
    return count;
  };
  await desk.asks(nhsNumber, 0);
  const withOne = await statements();
  for (const days of [2, 4, 6]) await desk.asks(nhsNumber, days * day);

  expect(await statements()).toBe(withOne);
  expect((await desk.reads(nhsNumber, { to: "2026-12-31" })).entries).toHaveLength(4);
});
