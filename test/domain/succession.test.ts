import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { stateSuccession, takeSuccessionBack } from "@/server/domain/counting/state-succession";
import { exportFigures } from "@/server/domain/insight/export-figures";
import { listRows } from "@/server/domain/insight/list-rows";
import { readActivity } from "@/server/domain/insight/read-activity";
import { readFigures } from "@/server/domain/insight/read-figures";
import { readTimes } from "@/server/domain/insight/read-times";
import { systemActor } from "@/server/vocabulary/actor";
import type { Role } from "@/server/vocabulary/permission";
import { pastNow, test as base, type CountedPast } from "@/test/support/counted-past";
import { dayOf } from "@/test/support/day-of";
import type { PastAlert, PastLookup } from "@/test/support/make-past";

const period = { from: "2026-09-01", to: "2026-11-05" };
const since = "2026-10-15";

interface OfTest {
  /** What whoever runs the service does by a command. */
  readonly byCommand: (useCase: (work: Work) => Promise<void>) => Promise<void>;
  /** The second world's organisations became part of the first one's, for as long as the test lasts. */
  readonly merged: CountedPast;
}

const test = base.extend<OfTest>({
  byCommand: async ({ counted: { service } }, use) =>
    use((useCase) => withWork(service.database, { actor: systemActor("worker"), now: pastNow }, useCase)),
  merged: async ({ counted, byCommand }, use) => {
    const [one, other] = counted.worlds;
    const kinds = ["authority", "trust"] as const;
    for (const kind of kinds) {
      const succession = { predecessorCode: other[kind].code, successorCode: one[kind].code, since };
      await byCommand((work) => stateSuccession(work, succession));
    }
    await use(counted);
    for (const kind of kinds) await byCommand((work) => takeSuccessionBack(work, other[kind].code));
  },
});

for (const role of ["authority-manager", "health-manager"] as const) {
  test(`a ${role} of the one that follows counts what both were told or asked, each once, and sees rows of their own alone`, async ({
    merged: { past, worlds },
    as,
  }) => {
    const ofAll = told(past, role, worlds);
    const own = told(past, role, worlds.slice(0, 1));

    const read = await as(role, (work) => readFigures(work, period));
    expect(read.total).toMatchObject({ lookups: ofAll.lookups.length, raised: ofAll.alerts.length });
    // By setting the parts are as many as the whole: of two that were told a lookup is there once.
    expect(read.groups.reduce((sum, { figures }) => sum + (figures.lookups ?? 0), 0)).toBe(
      ofAll.lookups.length,
    );
    for (const part of read.parts) {
      const ofDay = ofAll.lookups.filter(({ askedAt }) => dayOf(askedAt) === part.from);
      expect(part.figures.lookups, part.from).toBe(ofDay.length);
    }
    const [one, other] = worlds;
    const kind = role === "authority-manager" ? "authority" : "trust";
    expect(read.predecessors).toMatchObject([{ name: other[kind].name, followedBy: one[kind].name, since }]);
    expect((await as(role, (work) => readActivity(work, period))).hours.reduce(sumOf)).toBe(
      ofAll.lookups.length,
    );
    const times = await as(role, (work) => readTimes(work, { period, step: "taken", by: "setting" }));
    expect(times.steps[0]?.raised).toBe(ofAll.alerts.length);
    const file = await as(role, (work) => exportFigures(work, { page: "figures", period }));
    expect(file.lines[0]).toEqual([
      "Counted with",
      other[kind].name,
      `part of ${one[kind].name} since`,
      since,
    ]);

    const page = await as(role, (work) => listRows(work, { measure: "raised", period }));
    expect(page.predecessors).toEqual(read.predecessors);
    const rows = await as(role, (work) => allRows(work));
    expect(rows.toSorted()).toEqual(own.alerts.map(({ id }) => id).toSorted());
    expect(own.alerts.length).toBeLessThan(ofAll.alerts.length);
  });
}

for (const role of ["authority-manager", "health-manager"] as const) {
  test(`days that a ${role} of the one that follows splits have on each side what both were told or asked`, async ({
    merged: { past, worlds },
    as,
  }) => {
    const splitOn = "2026-10-12";
    const days = told(past, role, worlds).alerts.map(({ raisedAt }) => dayOf(raisedAt));
    const before = days.filter((day) => day < splitOn).length;
    const { steps } = await as(role, (work) =>
      readTimes(work, { period, step: "taken", by: "day", splitOn }),
    );

    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(days.length);
    expect(steps.filter(({ step }) => step === "taken").map(({ part, raised }) => [part, raised])).toEqual([
      ["all", days.length],
      ["before", before],
      ["after", days.length - before],
    ]);
  });
}

test("of the one that went nobody sees facts, plans or children because of it, and its own manager sees their own counts", async ({
  merged: { past, worlds, service },
  as,
}) => {
  const [one, other] = worlds;
  for (const [role, what] of [
    ["authority-manager", "from alert_fact where authority_id <> $1"],
    ["authority-manager", "from lookup_fact where authority_id <> $1"],
    ["authority-manager", "from subject where authority_id <> $1"],
    ["authority-manager", "from plan where authority_id <> $1"],
    ["authority-manager", "from alert where authority_id <> $1"],
    ["authority-manager", "from list_work_day where authority_id <> $1"],
    ["duty-social-worker", "from told_day"],
    ["duty-social-worker", "from subject where authority_id <> $1"],
    ["data-officer", "from alert_day"],
    ["data-officer", "from alert_organisation_day"],
    ["crew", "from setting_organisation_day"],
    ["privacy-officer", "from lookup_day"],
    ["crew", "from lookup_day"],
  ] as const) {
    const seen = await as(role, ({ tx }) =>
      tx.$queryRawUnsafe(`select 1 ${what.replace("$1", `'${one.authority.id}'::uuid`)}`),
    );
    expect(seen, `${role}: ${what}`).toEqual([]);
  }

  const actor = await other.person("authority-manager");
  const read = await withWork(service.database, { actor, now: pastNow }, (work) => readFigures(work, period));
  const own = told(past, "authority-manager", [other]);
  expect(read.total).toMatchObject({ lookups: own.lookups.length, raised: own.alerts.length });
  expect(read.predecessors).toEqual([]);
});

test("what was stated is on record, and taken back it is as before", async ({
  counted: { past, worlds },
  byCommand,
  as,
}) => {
  const [one, other] = worlds;
  const codes = { predecessorCode: other.authority.code, successorCode: one.authority.code };
  await byCommand((work) => stateSuccession(work, { ...codes, since }));
  await byCommand((work) => takeSuccessionBack(work, other.authority.code));

  const read = await as("authority-manager", (work) => readFigures(work, period));
  expect(read.total.raised).toBe(told(past, "authority-manager", [one]).alerts.length);
  const audit = await one.sql(
    "select detail, outcome from audit where action = 'organisation:follow' and strpos(detail, $1) > 0 order by id desc limit 2",
    [other.authority.code],
  );
  expect(audit.toReversed()).toEqual([
    { detail: `${other.authority.code} was followed by ${one.authority.code} on ${since}`, outcome: "done" },
    { detail: `took back who followed ${other.authority.code}`, outcome: "done" },
  ]);
});

test("what cannot be is refused in words, and nobody who is signed in can state anything", async ({
  merged: { worlds },
  byCommand,
  as,
}) => {
  const [one, other] = worlds;
  const [first, second] = [one.authority.code, other.authority.code];
  for (const [predecessorCode, successorCode, day, words] of [
    ["E-nowhere", first, since, "There is no organisation with the code E-nowhere."],
    [first, one.trust.code, since, "An authority follows an authority"],
    [first, first, since, "or is the same"],
    [first, second, since, `${second} went before ${first}`],
    [second, first, since, "It is stated already"],
    [second, first, "2026-11-06", "State it on 6 November 2026 or later"],
  ] as const) {
    const stated = byCommand((work) => stateSuccession(work, { predecessorCode, successorCode, since: day }));
    await expect(stated, words).rejects.toThrow(words);
  }
  await expect(byCommand((work) => takeSuccessionBack(work, first))).rejects.toThrow("Nothing is stated");
  for (const role of ["operator", "authority-manager"] as const) {
    const stated = as(role, (work) =>
      stateSuccession(work, { predecessorCode: first, successorCode: second, since }),
    );
    await expect(stated, role).rejects.toThrow();
  }
});

/** Whatever concerned these worlds: told to their authorities, or asked by their trusts. */
function told(
  past: CountedPast["past"],
  role: Role,
  worlds: readonly CountedPast["worlds"][number][],
): { readonly lookups: readonly PastLookup[]; readonly alerts: readonly PastAlert[] } {
  if (role === "health-manager") {
    const ids = new Set<string>(worlds.map(({ trust }) => trust.id));
    const isTheirs = ({ organisationId }: PastLookup | PastAlert) => ids.has(organisationId);
    return { lookups: past.lookups.filter(isTheirs), alerts: past.alerts.filter(isTheirs) };
  }
  const ids = new Set<string>(worlds.map(({ authority }) => authority.id));
  const alerts = past.alerts.filter(({ authorityId }) => ids.has(authorityId));
  const lookupIds = new Set(alerts.flatMap((alert) => alert.lookupIds));
  return { lookups: past.lookups.filter(({ id }) => lookupIds.has(id)), alerts };
}

async function allRows(work: Work): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let page = await listRows(work, { measure: "raised", period }); ;) {
    ids.push(...page.rows.map(({ id }) => id));
    if (page.next === undefined) return ids;
    page = await listRows(work, { measure: "raised", period, after: page.next });
  }
}

function sumOf(one: number, other: number): number {
  return one + other;
}
