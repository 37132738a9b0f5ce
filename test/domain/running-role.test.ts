import { expect } from "@playwright/test";
import { Client } from "pg";
import { z } from "zod";
import { runSql } from "@/server/demo/postgres-databases";
import { test as base } from "@/test/support/database";
import { ownersFunctions } from "@/test/support/owners-functions";

/** A session of the running role, as somebody would have it who stole the service's password. */
const test = base.extend<{ readonly thief: Client }>({
  thief: async ({ database }, use) => {
    const thief = new Client({ connectionString: database.appUrl });
    await thief.connect();
    await use(thief);
    await thief.end();
  },
});

/**
 * What the running role may do with each table and view. A new one is added here on purpose: nobody may change or
 * delete what is a record (audit, alert_event, missed_appointment, lookup, attendance, alert, plan_change, reach_result).
 */
const expectedRights = {
  alert: "select insert",
  alert_day: "select insert delete",
  alert_event: "select insert",
  alert_fact: "select",
  alert_organisation_day: "select insert delete",
  alert_service_day: "select insert delete",
  alert_to_count: "select",
  attendance: "select insert",
  audit: "select insert",
  authority_contact: "select",
  // Only when somebody opened it, and as which look.
  changed_day: "select insert delete",
  card_addressee: "select insert update",
  // Only that it was taken back.
  card_handover: "select insert update",
  crew_call_sign: "select insert update",
  calendar_link: "select insert update",
  care_setting: "select",
  delivery_proof: "select insert update delete",
  device: "select insert update",
  drill_fact: "select",
  duty_team: "select update",
  duty_team_authority: "select insert update delete",
  failed_lookup_fact: "select",
  birth_question: "select insert update",
  birth_report: "select insert",
  data_fault: "select insert update",
  fault_fact: "select",
  // Only what became of it: see the test of its columns.
  feed: "select insert update",
  feed_content: "select insert delete",
  feed_token: "select insert update",
  figure_word: "select insert",
  figures_state: "select insert update",
  incident: "select insert update",
  ladder_rung: "select insert update delete",
  ladder_target: "select insert delete",
  list_fact: "select",
  look_review: "select insert update",
  lookup: "select insert",
  list_act_to_count: "select",
  list_work_day: "select insert delete",
  lookup_day: "select insert delete",
  lookup_fact: "select",
  asked_day: "select insert delete",
  lookup_to_count: "select",
  message: "select insert update",
  missed_appointment: "select insert",
  missed_fact: "select",
  organisation: "select",
  // The worker's, for a command of whoever runs the service.
  organisation_succession: "select insert delete",
  outbox: "select insert update delete",
  person: "select insert update",
  person_search: "select insert",
  plan: "select insert update",
  plan_change: "select insert",
  notice: "select insert update",
  practice_run: "select insert update",
  proof_day: "select insert update",
  push_fact: "select",
  reach_check: "select insert update",
  reach_fact: "select",
  reach_result: "select insert",
  reach_telling: "select insert",
  report_day: "select insert delete",
  report_to_count: "select",
  told_day: "select insert delete",
  referral: "select insert update",
  referral_alert: "select insert",
  referral_fact: "select",
  register_state: "select insert update",
  // Periods and how the last night went; what removes rows is a function with the owner's rights.
  retention: "select",
  role_assignment: "select insert update",
  row_problem: "select insert update delete",
  session: "select insert update",
  setting_organisation_day: "select insert delete",
  setting_service_day: "select insert delete",
  shift: "select insert update",
  shift_change: "select insert update",
  shift_pattern: "select insert update",
  subject: "select insert update",
  // Given, read, and removed when it is of no use any more.
  system_token: "select insert delete",
  timetable: "select insert update",
  trace: "select insert update",
  unidentified: "select insert",
  // Its state, its secrets and how far it is: not where it is.
  webhook: "select insert update",
  weekly_digest: "select insert update",
  webhook_delivery: "select insert update",
  // A trigger writes it; the worker gives it its number.
  webhook_event: "select update",
  // Triggers write it, and a function counts it.
  unsettled_alert: "",
  worker_heartbeat: "select insert update delete",
  _prisma_migrations: "",
};

const Rights = z.array(z.object({ name: z.string(), rights: z.string() }));

test("the running role has the rights that are listed here, table by table, and no others", async ({
  database,
}) => {
  const rows = await runSql(
    database.ownerUrl,
    `select relname::text as name, coalesce((
       select string_agg(right_name, ' ' order by place)
       from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'])
         with ordinality as rights (right_name, place)
       where has_table_privilege('lantern_app', pg_class.oid, right_name)
         or (right_name in ('select', 'insert', 'update', 'references')
           and has_any_column_privilege('lantern_app', pg_class.oid, right_name))), '') as rights
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  );

  expect(rightsByName(rows)).toEqual(expectedRights);
});

function rightsByName(rows: readonly unknown[]) {
  return Object.fromEntries(Rights.parse(rows).map(({ name, rights }) => [name, rights]));
}

test("the running role owns nothing, is nobody's superior and belongs to no other role", async ({
  database,
}) => {
  const [role] = await runSql(
    database.appUrl,
    `select rolname::text as name, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
       (select count(*)::int from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = pg_roles.oid
         and deptype = 'o') as owned,
       (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships
     from pg_roles where rolname = current_user`,
  );

  expect(role).toEqual({
    name: "lantern_app",
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    owned: 0,
    memberships: 0,
  });
});

test("what runs or reads with the owner's rights is a short list, and each of it filters by itself", async ({
  database,
}) => {
  const functions = await runSql(
    database.ownerUrl,
    `select oid::regprocedure::text as name from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('lantern_app', oid, 'execute')
     order by name`,
  );
  const views = await runSql(
    database.ownerUrl,
    `select relname::text as name, 'security_barrier=true' = any (reloptions) as barrier from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and not coalesce('security_invoker=true' = any (reloptions), false) order by relname`,
  );

  expect(functions).toEqual(ownersFunctions);
  expect(views).toEqual([
    { name: "alert_fact", barrier: true },
    { name: "alert_to_count", barrier: true },
    { name: "drill_fact", barrier: true },
    { name: "failed_lookup_fact", barrier: true },
    { name: "fault_fact", barrier: true },
    { name: "list_act_to_count", barrier: true },
    { name: "list_fact", barrier: true },
    { name: "lookup_fact", barrier: true },
    { name: "lookup_to_count", barrier: true },
    { name: "missed_fact", barrier: true },
    { name: "push_fact", barrier: true },
    { name: "reach_fact", barrier: true },
    { name: "referral_fact", barrier: true },
    { name: "report_to_count", barrier: true },
  ]);
});

test("what reads with the owner's rights does so in a search path that nobody else can fill", async ({
  database,
}) => {
  const settings = await runSql(
    database.ownerUrl,
    `select proname::text as name, proconfig::text as path from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef order by proname`,
  );

  const path = '{"search_path=pg_catalog, public"}';
  // Six of them nobody may call: they are triggers.
  const names = [
    ...ownersFunctions.map(({ name }) => name.replace(/\(.*/, "")),
    ...["lantern_mark_day", "lantern_mark_list_work", "lantern_note_for_webhooks", "lantern_note_settled"],
    ...["lantern_note_unsettled", "lantern_push_host"],
  ];
  expect(settings).toEqual(names.toSorted().map((name) => ({ name, path })));
});

const records = [
  "audit",
  "alert_event",
  "lookup",
  "attendance",
  "alert",
  "plan_change",
  "reach_result",
] as const;

for (const table of records) {
  test(`a row of ${table} cannot be changed, deleted or emptied away by the running role`, async ({
    thief,
  }) => {
    await thief.query("select set_config('lantern.system', 'worker', false)");

    await expect(thief.query(`update ${table} set id = id`)).rejects.toThrow(
      `permission denied for table ${table}`,
    );
    await expect(thief.query(`delete from ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    await expect(thief.query(`truncate ${table}`)).rejects.toThrow(`permission denied for table ${table}`);
    await expect(thief.query(`select 1 from ${table} for update`)).rejects.toThrow("permission denied");
  });
}

const asItCame = ["authority_id", "kind", "sequence", "digest", "received_at", "received_by", "person_id"];

test("what came, from whom and when cannot be changed afterwards, only what became of it", async ({
  thief,
}) => {
  await thief.query("select set_config('lantern.system', 'worker', false)");

  for (const column of asItCame) {
    await expect(thief.query(`update feed set ${column} = ${column}`)).rejects.toThrow("permission denied");
  }
  for (const column of ["authority_id", "digest", "label", "issued_at", "issued_by_id"]) {
    const changing = thief.query(`update feed_token set ${column} = ${column}`);
    await expect(changing).rejects.toThrow("permission denied");
  }
  await expect(thief.query("delete from feed")).rejects.toThrow("permission denied");
});

test("a temporary table cannot be made either, so that none can stand in for a real one", async ({
  thief,
}) => {
  await expect(thief.query("create temporary table audit (id int)")).rejects.toThrow(
    "permission denied to create temporary",
  );
});
