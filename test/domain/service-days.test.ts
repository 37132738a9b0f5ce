import { expect } from "@playwright/test";
import { Client } from "pg";
import { test } from "@/test/support/counted-past";

const tables = ["alert_service_day", "lookup_service_day", "setting_service_day"];

for (const role of ["health-manager", "authority-manager"] as const) {
  test(`a ${role} sees nothing of the whole service's days, and the words that their own are packed with`, async ({
    counted: {
      worlds: [world],
    },
    as,
  }) => {
    for (const name of tables) {
      expect(await world.sql(`select from ${name}`), name).not.toEqual([]);
      expect(await as(role, ({ tx }) => tx.$queryRawUnsafe(`select * from ${name}`)), name).toEqual([]);
    }
    expect(await as(role, ({ tx }) => tx.$queryRaw`select word from figure_word`)).not.toEqual([]);
  });
}

test("the whole service's days have every lookup and alert that was counted of its day", async ({
  counted: {
    worlds: [world],
  },
}) => {
  const lookups = (name: string) =>
    world.sql(`select day, sum(lookups)::int as count from ${name} group by 1 order by 1`);
  expect(await lookups("lookup_service_day")).toEqual(await lookups("lookup_day"));
  expect(await world.sql("select day, alerts as count from alert_service_day order by 1")).toEqual(
    await world.sql("select day, count(*)::int as count from alert_day group by 1 order by 1"),
  );
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
