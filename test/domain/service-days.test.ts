import { expect } from "@playwright/test";
import { Client } from "pg";
import { none, unpack } from "@/server/domain/insight/packed/unpack";
import { test } from "@/test/support/counted-past";

const tables = [
  "alert_service_day",
  "alert_organisation_day",
  "asked_day",
  "setting_service_day",
  "setting_organisation_day",
];

for (const role of ["health-manager", "authority-manager"] as const) {
  test(`a ${role} sees nothing of the whole service's days, and the words that their own are packed with`, async ({
    counted: {
      worlds: [world],
    },
    as,
  }) => {
    for (const name of [
      "alert_service_day",
      "setting_service_day",
      "asked_day where organisation_id is null",
    ]) {
      expect(await world.sql(`select from ${name}`), name).not.toEqual([]);
      expect(await as(role, ({ tx }) => tx.$queryRawUnsafe(`select * from ${name}`)), name).toEqual([]);
    }
    const asked = await as(
      role,
      ({ tx }) => tx.$queryRaw`select distinct organisation_id as id from asked_day`,
    );
    expect(asked).toEqual(role === "health-manager" ? [{ id: world.trust.id }] : []);
    expect(await as(role, ({ tx }) => tx.$queryRaw`select word from figure_word`)).not.toEqual([]);
  });
}

const ownDays = {
  "health-manager": ["alert_organisation_day", "setting_organisation_day"],
  "authority-manager": ["alert_organisation_day"],
  operator: [],
} as const;

for (const role of ["health-manager", "authority-manager", "operator"] as const) {
  test(`of the days of organisations a ${role} sees their own alone`, async ({
    counted: {
      worlds: [world],
    },
    as,
  }) => {
    const own = role === "health-manager" ? world.trust.id : world.authority.id;
    for (const name of ["alert_organisation_day", "setting_organisation_day"] as const) {
      const whose = `select distinct organisation_id as id from ${name}`;
      const sees = ownDays[role].some((one) => one === name);

      expect((await world.sql(whose)).length, name).toBeGreaterThan(1);
      expect(await as(role, ({ tx }) => tx.$queryRawUnsafe(whose)), name).toEqual(sees ? [{ id: own }] : []);
    }
  });
}

test("the whole service's days have every lookup and alert that was counted of its day", async ({
  counted: {
    worlds: [world],
  },
}) => {
  const lookups = (name: string) =>
    world.sql(`select day, sum(lookups)::int as count from ${name} group by 1 order by 1`);
  const [ofService, ofEach] = [
    "asked_day where organisation_id is null",
    "asked_day where organisation_id is not null",
  ];
  expect(await lookups(ofService)).toEqual(await lookups("lookup_day"));
  expect(await lookups(ofEach)).toEqual(await lookups("lookup_day where organisation_id is not null"));
  expect(await world.sql("select day, alerts as count from alert_service_day order by 1")).toEqual(
    await world.sql("select day, count(*)::int as count from alert_day group by 1 order by 1"),
  );
  for (const id of ["authority_id", "organisation_id"]) {
    const counted = await world.sql(
      `select ${id} as id, day, count(*)::int as count from alert_day group by 1, 2 order by 1, 2`,
    );
    expect(counted).not.toEqual([]);
    expect(
      await world.sql(
        `select organisation_id as id, day, alerts as count from alert_organisation_day
         where organisation_id in (select ${id} from alert_day) order by 1, 2`,
      ),
    ).toEqual(counted);
  }
  expect(await world.sql("select day, settings as count from setting_service_day order by 1")).toEqual(
    await world.sql(
      "select day, count(distinct coalesce(care_setting_id::text, ''))::int as count from lookup_day group by 1 order by 1",
    ),
  );
});

test("days that were counted before there were any of the service are put together by a release just as the worker does", async ({
  counted: { urls },
}) => {
  const owner = new Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const rows = async () => {
    const read = tables.map(
      (name) => `select '${name}' as name, to_jsonb(row)::text as row from ${name} row`,
    );
    return (await owner.query<object>(`${read.join(" union all ")} order by name, row`)).rows;
  };
  const before = await rows();
  await owner.query("begin");
  for (const name of tables) await owner.query(`delete from ${name}`);
  await owner.query(
    "select lantern_count_lookups_of_service(day) from (select distinct day from lookup_day) counted",
  );
  await owner.query(
    "select lantern_count_alerts_of_service(day) from (select distinct day from alert_day) counted",
  );
  const after = await rows();
  await owner.query("rollback");
  await owner.end();

  expect(before.length).toBeGreaterThan(100);
  expect(after).toEqual(before);
});

/** Every alert that can be, with and without what need not be said of it; seconds that take two signs and six. */
const oddAlerts = `
  insert into alert_day (day, hour, authority_id, organisation_id, care_setting_id, channel, rung, outcome, is_unreached,
    shown, taken, answered, closed)
  select '2026-12-24', place % 24, authority.id, asker.id, care_setting.id, (array[null, 'push', 'text', 'new way'])[1 + place % 4],
    (array[null, 1, 12])[1 + place % 3], (array[null, 'no-concern', 'new word'])[1 + place / 3 % 3], place % 5 = 0,
    (array[null, place])[1 + place % 2], (array[null, place * 311, 8099, 8100])[1 + place / 2 % 4],
    (array[null, 700000000])[1 + place / 5 % 2], (array[null, 2147483647])[1 + place / 7 % 2]
  from generate_series(0, 299) place
    join (select id, row_number() over (order by id) as number from organisation where kind = 'authority') authority
      on authority.number = 1 + place % 2
    join (select id, row_number() over (order by id) as number from organisation where kind = 'health') asker
      on asker.number = 1 + place / 2 % 2
    join (select id, row_number() over (order by id) as number from care_setting) care_setting
      on care_setting.number = 1 + place % 3`;

const columns = [
  "hour",
  "authority",
  "setting",
  "channel",
  "rung",
  "outcome",
  "unreached",
  "shown",
  "taken",
  "answered",
  "closed",
] as const;

test("whoever writes a counted alert, each column of the days that it is in says of it what it says itself", async ({
  counted: { urls },
}) => {
  const owner = new Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query("begin");
  await owner.query(oddAlerts);
  const counted = await owner.query<Record<string, string>>(
    `select organisation_id, hour, authority_id as authority, care_setting_id as setting, coalesce(channel, 'none') as channel, rung,
       outcome, case when is_unreached then 1 end as unreached, shown, taken, answered, closed
     from alert_day where day = '2026-12-24'`,
  );
  const packed = await owner.query<Packed>(
    `select null as whose, * from alert_service_day where day = '2026-12-24'
     union all select * from alert_organisation_day where day = '2026-12-24'`,
  );
  const words = await owner.query<{ code: number; word: string }>("select code, word from figure_word");
  await owner.query("delete from alert_day where day = '2026-12-24'");
  const left = await owner.query(
    `select day from alert_service_day where day = '2026-12-24'
     union all select day from alert_organisation_day where day = '2026-12-24'`,
  );
  await owner.query("rollback");
  await owner.end();

  const wordOf = new Map(words.rows.map(({ code, word }) => [code, word]));
  expect(counted.rows).toHaveLength(300);
  expect(packed.rows).toHaveLength(5);
  for (const row of packed.rows) {
    const theirs = counted.rows.filter(
      ({ authority, organisation_id }) =>
        row.whose === null || [authority, organisation_id].includes(row.whose),
    );
    expect(linesOfColumns(row, wordOf).toSorted()).toEqual(
      theirs.map((alert) => columns.map((column) => String(alert[column])).join()).toSorted(),
    );
  }
  expect(left.rowCount).toBe(0);
});

interface Packed extends Readonly<Record<(typeof columns)[number], string>> {
  /** Null of the whole service. */
  readonly whose: string | null;
  readonly alerts: number;
}

function linesOfColumns(row: Packed, wordOf: ReadonlyMap<number, string>): string[] {
  const isWord = new Set<string>(["authority", "setting", "channel", "outcome"]);
  const read = columns.map((column) =>
    [...unpack([{ text: row[column], count: row.alerts }])].map((number) => {
      if (number === none) return "null";
      return isWord.has(column) ? (wordOf.get(number) ?? "no word") : String(number);
    }),
  );
  return Array.from({ length: row.alerts }, (_, place) => read.map((column) => column[place]).join());
}
