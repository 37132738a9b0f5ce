import { expect } from "@playwright/test";
import { Client } from "pg";
import { test as base } from "@/test/support/database";

/** A session of the running role, as somebody would have it who stole the service's password. */
const test = base.extend<{ readonly thief: Client }>({
  thief: async ({ database }, use) => {
    const thief = new Client({ connectionString: database.appUrl });
    await thief.connect();
    await use(thief);
    await thief.end();
  },
});

const forbidden = [
  ["make a table", "create table mine (id int)", "permission denied for schema public"],
  [
    "make a function",
    "create function mine() returns int language sql as 'select 1'",
    "permission denied for schema",
  ],
  ["make a schema", "create schema mine", "permission denied for database"],
  [
    "switch row-level security off",
    "alter table audit disable row level security",
    "must be owner of table audit",
  ],
  ["drop a policy", "drop policy privacy_officer on audit", "must be owner of"],
  ["write a policy", "create policy mine on audit for select using (true)", "must be owner of table audit"],
  [
    "replace what says who acts",
    "create or replace function lantern_role() returns text language sql as ''",
    "permission denied",
  ],
  ["drop a table", "drop table alert_event", "must be owner of table alert_event"],
  ["switch triggers off", "set session_replication_role = replica", "permission denied to set parameter"],
  ["become the owner", "set role lantern_owner", "permission denied to set role"],
  [
    "read a file of the server",
    "select pg_read_file('/etc/hostname')",
    "permission denied for function pg_read_file",
  ],
  ["run a program", "copy (select 1) to program 'true'", "permission denied to COPY to"],
] as const;

for (const [deed, statement, answer] of forbidden) {
  test(`the running role cannot ${deed}`, async ({ thief }) => {
    await expect(thief.query(statement)).rejects.toThrow(answer);
  });
}
