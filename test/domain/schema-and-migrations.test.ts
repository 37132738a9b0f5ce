import { expect } from "@playwright/test";
import { runSql } from "@/server/demo/postgres-databases";
import { migrate, schemaScript } from "@/server/demo/postgres-migrate";
import { compareCatalogues } from "@/test/support/catalogue";
import { test } from "@/test/support/database";

test("the schema that the code is generated from and the migrations build the same database", async ({
  emptyDatabase,
}) => {
  const [fromSchema, fromMigrations] = await Promise.all([emptyDatabase(), emptyDatabase()]);

  await runSql(fromSchema.ownerUrl, await schemaScript());
  await migrate(fromMigrations.ownerUrl);

  const { onlyInFirst, onlyInSecond } = await compareCatalogues(fromSchema.ownerUrl, fromMigrations.ownerUrl);
  expect({ onlyInSchema: onlyInFirst, onlyInMigrations: onlyInSecond }).toEqual({
    onlyInSchema: [],
    onlyInMigrations: [],
  });
});

test("whatever differs between two databases is named", async ({ emptyDatabase }) => {
  const [one, other] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  const tables = `
    create type colour as enum ('red', 'green');
    create table team (id int primary key, name text not null default 'none', town varchar(40));
    create table member (id int primary key, team_id int constraint of_team references team (id));
    create index by_team on member (team_id);`;
  await Promise.all([runSql(one.ownerUrl, tables), runSql(other.ownerUrl, tables)]);
  expect(await compareCatalogues(one.ownerUrl, other.ownerUrl)).toEqual({
    onlyInFirst: [],
    onlyInSecond: [],
  });

  const changes = `
    alter type colour add value 'blue';
    alter table team alter name drop default, alter town type text, alter town set not null, add motto text;
    alter table member drop constraint of_team, add constraint of_team foreign key (team_id) references team (id) on delete cascade;
    drop index by_team;
    create table stray (id int);`;
  await runSql(other.ownerUrl, changes);

  expect(await compareCatalogues(one.ownerUrl, other.ownerUrl)).toEqual({
    onlyInFirst: [
      "column team.name text not null default 'none'::text",
      "column team.town character varying(40)",
      "enum colour (red, green)",
      "index CREATE INDEX by_team ON public.member USING btree (team_id)",
      "key member of_team FOREIGN KEY (team_id) REFERENCES team(id)",
    ],
    onlyInSecond: [
      "column stray.id integer",
      "column team.motto text",
      "column team.name text not null",
      "column team.town text not null",
      "enum colour (red, green, blue)",
      "key member of_team FOREIGN KEY (team_id) REFERENCES team(id) ON DELETE CASCADE",
      "table stray",
    ],
  });
});

test("migrations that were applied already are not applied again", async ({ freshDatabase }) => {
  const { ownerUrl } = await freshDatabase();
  const history = "select migration_name, finished_at from _prisma_migrations order by migration_name";
  const before = await runSql(ownerUrl, history);

  await migrate(ownerUrl);

  expect(before).not.toHaveLength(0);
  expect(await runSql(ownerUrl, history)).toEqual(before);
});

test("migrating while the database is down says so, and where the database was looked for", async () => {
  const nobodyListens = "postgresql://lantern_owner:secret@127.0.0.1:1/lantern";

  const migration = migrate(nobodyListens);

  await expect(migration).rejects.toThrow("Can't reach database server at `127.0.0.1:1`");
});

test("the running role owns nothing and bypasses nothing", async ({ database }) => {
  const role = await runSql(
    database.appUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
       (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
     from pg_roles where rolname = current_user`,
  );

  expect(role).toEqual([
    {
      rolname: "lantern_app",
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owned: 0,
    },
  ]);
});
