import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { listOftenSeen } from "@/server/domain/insight/list-often-seen";
import { readActivity, type ActivityRead } from "@/server/domain/insight/read-activity";
import { answersOf, heldShare } from "@/app/(oversight)/insight/activity/activity-sums";
import { couldNotCheckCause } from "@/server/vocabulary/could-not-check-cause";
import { londonDate, londonMinuteOfDay } from "@/server/vocabulary/london-time";
import type { OftenKind } from "@/server/vocabulary/often-seen";
import { pastNow, test } from "@/test/support/counted-past";
import type { PastLookup } from "@/test/support/make-past";
import { test as ofService } from "@/test/support/service";

const whole = { from: "2026-10-10", to: "2026-11-05" };

for (const role of ["operator", "health-manager", "authority-manager"] as const) {
  test(`activity of a ${role} is that of their own lookups, by kind, hour and setting`, async ({
    counted: { past, worlds },
    as,
  }) => {
    const read = await as(role, (work) => readActivity(work, whole));

    const { authority, trust } = worlds[0];
    const alerts = past.alerts.filter(({ authorityId }) => authorityId === authority.id);
    const told = new Set(alerts.flatMap(({ lookupIds }) => lookupIds));
    const isTheirs = {
      operator: () => true,
      "health-manager": ({ organisationId }: PastLookup) => organisationId === trust.id,
      "authority-manager": ({ id }: PastLookup) => told.has(id),
    }[role];
    const lookups = past.lookups.filter((lookup) => isTheirs(lookup) && isWithin(lookup.askedAt));
    expect(lookups.length).toBeGreaterThan(50);
    expect(sumsOf(read)).toEqual(tally(lookups, kindOf));
    expect(read.hours).toEqual(
      Array.from({ length: 24 }, (_, hour) => lookups.filter((one) => hourOf(one) === hour).length),
    );
    const bySetting: Record<string, number> = {};
    for (const { id, lookups: count } of read.settings) bySetting[String(id)] = count;
    expect(bySetting).toEqual(tally(lookups, ({ careSettingId }) => careSettingId));
    expect(read.hasAnswers).toBe(role !== "authority-manager");
    expect(read.oftenSeen === undefined).toBe(role !== "authority-manager");
  });
}

/** The share held once more, by SQL over what is on record, in all and by setting: of those answered, cut to a tenth. */
const sharesBySql = `
  select care_setting_id as setting,
    coalesce(trunc(100.0 * count(*) filter (where answer = 'held')
      / nullif(count(*) filter (where answer <> 'could-not-check'), 0), 1) || ' %', '–') as share
  from lookup
  where (asked_at at time zone 'Europe/London')::date between $1::date and $2::date
    and ($3::uuid is null or organisation_id = $3)
  group by grouping sets ((), (care_setting_id)) order by 1 nulls first`;

for (const role of ["operator", "health-manager"] as const) {
  test(`the share held that a ${role} reads is that of the lookups on record, in all and by setting`, async ({
    counted: {
      worlds: [world],
    },
    as,
  }) => {
    const read = await as(role, (work) => readActivity(work, whole));

    const { held, "none-held": noneHeld } = answersOf(read);
    const shown = read.settings.map(
      ({ id, held, none_held: noneHeld }) => [id, heldShare({ held, noneHeld })] as const,
    );
    const [all, ...settings] = await world.sql(sharesBySql, [
      whole.from,
      whole.to,
      role === "operator" ? null : world.trust.id,
    ]);
    expect(heldShare({ held, noneHeld })).toBe(all?.["share"]);
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(settings.map(({ setting, share }) => [setting, share])),
    );
    expect(settings.length).toBeGreaterThan(1);
  });
}

test("outcomes are those by which the alerts of the days were closed", async ({ counted: { past }, as }) => {
  const { outcomes } = await as("operator", (work) => readActivity(work, whole));

  const alerts = past.alerts.filter(({ raisedAt }) => isWithin(raisedAt));
  expect(Object.fromEntries(outcomes.map(({ outcome, alerts }) => [outcome ?? "open", alerts]))).toEqual(
    tally(alerts, ({ outcome }) => outcome ?? "open"),
  );
});

const causes = [
  ["answered", "answered"],
  ["PrismaClientKnownRequestError P2024", "database"],
  ["PrismaClientKnownRequestError P2028", "database"],
  ["DriverAdapterError", "database"],
  ["Error 57P01", "database"],
  ["Error ECONNREFUSED", "database"],
  ["TypeError", "other"],
  ["unknown", "other"],
  ["", "other"],
] as const;
for (const [onRecord, cause] of causes) {
  test(`"${onRecord}" on record is the cause ${cause}`, () => {
    expect(couldNotCheckCause(onRecord)).toBe(cause);
  });
}

ofService(
  "children seen often are those of one's own authority, by calls and by settings",
  async ({ world, service, now }) => {
    const crew = await world.person("crew");
    const other = randomUUID();
    await world.sql("insert into care_setting values ($1, $2, 'Ward', 'emergency-department')", [
      other,
      world.trust.id,
    ]);
    const at = (monthsAgo: number) => new Date(now.getTime() - monthsAgo * 30 * 86_400_000);
    const attend = async (
      nhsNumber: string,
      attendances: readonly (readonly [monthsAgo: number, setting?: string])[],
    ) => {
      for (const [monthsAgo, setting = world.careSetting.id] of attendances) {
        await world.sql(
          `with look as (insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode,
             nhs_number, answer, asked_at, call_back_number)
           values ($1, gen_random_uuid(), $2, $3, 'crew', 'unscheduled', $4, 'held', $5, '07700 900123') returning *)
         insert into attendance (lookup_id, nhs_number, organisation_id, care_setting_id, person_id, role, attended_at)
         select id, nhs_number, organisation_id, care_setting_id, person_id, role, asked_at from look`,
          [crew.personId, world.trust.id, setting, nhsNumber, at(monthsAgo)],
        );
      }
    };
    await attend((await world.plan()).nhsNumber, [[1], [2], [3], [11]]);
    await attend((await world.plan()).nhsNumber, [[1], [2], [3], [13]]);
    await attend((await world.plan()).nhsNumber, [[1], [2, other]]);
    await attend((await world.plan({ startOn: "2023-01-01", endOn: "2024-01-01" })).nhsNumber, [
      [1],
      [2],
      [3],
      [4, other],
    ]);

    const manager = await world.person("authority-manager");
    const read = (authorityIds = manager.authorityIds) =>
      withWork(service.database, { actor: { ...manager, authorityIds }, now }, (work) =>
        readActivity(work, { days: 7 }),
      );
    expect((await read()).oftenSeen).toEqual({ often: 1, widely: 1 });
    expect((await read([world.trust.id])).oftenSeen).toEqual({ often: 0, widely: 0 });

    const list = (kind: OftenKind, authorityIds = manager.authorityIds) =>
      withWork(service.database, { actor: { ...manager, authorityIds }, now }, (work) =>
        listOftenSeen(work, kind),
      );
    expect((await list("often")).children).toMatchObject([{ times: 4, settings: 1, lastAt: at(1) }]);
    expect((await list("widely")).children).toMatchObject([{ times: 2, settings: 2, lastAt: at(1) }]);
    expect((await list("often", [world.trust.id])).children).toEqual([]);
    const audit = await world.sql(
      "select detail from audit where person_id = $1 and action = 'insight:read-children' order by happened_at, id",
      [manager.personId],
    );
    expect(audit).toEqual([{ detail: "often: 1" }, { detail: "widely: 1" }, { detail: "often: 0" }]);
  },
);

function isWithin(at: Date): boolean {
  return at <= pastNow && londonDate(at) >= whole.from && londonDate(at) <= whole.to;
}

function hourOf({ askedAt }: PastLookup): number {
  return Math.floor(londonMinuteOfDay(askedAt) / 60);
}

function kindOf({ answer, channel, isFailure }: PastLookup): string {
  const cause = answer === "could-not-check" ? (isFailure ? "Error" : "answered") : "";
  return [isFailure ? "not-known" : channel, answer, cause].join(" ");
}

function sumsOf({ kinds }: ActivityRead) {
  return Object.fromEntries(
    kinds.map(({ channel, answer, cause, lookups }) => [[channel, answer, cause ?? ""].join(" "), lookups]),
  );
}

function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
