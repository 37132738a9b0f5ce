import { z } from "zod";
import { connectDatabase } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { runSql } from "@/server/demo/postgres-databases";
import { planVisibility } from "@/server/domain/register/visible-plan";
import { findRotaFaults } from "@/server/domain/rota/find-rota-faults";
import { readOnCall } from "@/server/domain/rota/read-on-call";
import { systemActor } from "@/server/vocabulary/actor";
import { OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import { planKinds } from "@/server/vocabulary/plan-kind";

/** All values of a query that gives one column of text. */
export async function column(url: string, query: string): Promise<string[]> {
  const rows = await runSql(url, query);
  return rows.flatMap((row) => Object.values(z.record(z.string(), z.string()).parse(row)));
}

/** How many of everything that the demo is to have. */
export async function countTables(url: string, now: Date): Promise<Record<string, unknown>> {
  const counted = {
    authority: "organisation where kind = 'authority'",
    trust: "care_setting where kind = 'control-room'",
    emergency: "care_setting where kind = 'emergency-department'",
    urgent: "care_setting where kind = 'urgent-care'",
    people: "subject",
    lookup: "lookup",
    held: "lookup where answer = 'held'",
    escalated: "alert_event where kind = 'escalated'",
    unreached: "alert_event where kind = 'unreached'",
    untaken:
      "alert where not exists (select from alert_event where alert_id = alert.id and kind = 'acknowledged')",
    outbox: "outbox",
    device: "device",
    register_state: "register_state",
    stale: `register_state where last_received_at < '${now.toISOString()}'::timestamptz - interval '1 day'`,
    audited: "audit join organisation on organisation.id = organisation_id where code = 'RRU'",
    sharing: `duty_team_authority where duty_team_id in (
      select duty_team_id from duty_team_authority group by 1 having count(*) between 2 and 6)`,
  };
  const columns = Object.entries(counted).map(([name, of]) => `(select count(*)::int from ${of}) as ${name}`);
  const [row] = await runSql(url, `select ${columns.join(", ")}`);
  return z.record(z.string(), z.number()).parse(row);
}

/** One digest a table, of all that is in it. */
export async function everything(url: string): Promise<unknown> {
  const tables = await column(
    url,
    "select tablename from pg_tables where schemaname = 'public' and tablename not like '\\_%' order by 1",
  );
  const digests = tables.map(
    (table) => `(select md5(string_agg(row::text, '' order by row::text)) from ${table} row) as ${table}`,
  );
  return (await runSql(url, `select ${digests.join(", ")}`))[0];
}

const PlanRow = z.object({
  nhsNumber: z.string(),
  supersededBy: z.string().nullable(),
  authority: z.string(),
  kind: z.enum(planKinds),
  startOn: z.string(),
  endOn: z.string().nullable(),
  deletedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  isChildAwaited: z.boolean(),
});
type PlanRow = z.infer<typeof PlanRow>;

/** Every plan of the register with whose it is. */
export async function readPlans(url: string): Promise<PlanRow[]> {
  const rows = await runSql(
    url,
    `select nhs_number as "nhsNumber", superseded_by as "supersededBy", organisation.code as authority, plan.kind,
       start_on::text as "startOn", end_on::text as "endOn", deleted_on::text as "deletedOn", due_on::text as "dueOn",
       birth.plan_id is not null as "isChildAwaited"
     from plan left join birth_question birth on birth.plan_id = plan.id join subject on subject.id = subject_id join organisation on organisation.id = plan.authority_id
     order by plan.kind`,
  );
  return z.array(PlanRow).parse(rows);
}

/** In which state the plans that a lookup may show at this instant would be shown. */
export function shownAt(plans: readonly PlanRow[], at: Date): string[] {
  const settings = { ENDED_PLAN_VISIBLE_DAYS: 365, UNBORN_PLAN_VISIBLE_DAYS: 28 };
  return plans
    .map((plan) => planVisibility(plan, londonDate(at), settings))
    .flatMap(({ isVisible, state }) => (isVisible ? [state] : []));
}

/** Who is told of alerts of Leeds at these instants, as a worker would ask: names of the first rung and the second. */
export async function toldForLeeds(appUrl: string, instants: readonly Date[]): Promise<readonly string[][]> {
  const [leeds] = await asWorker(appUrl, (work) =>
    work.tx.organisation.findMany({ where: { code: "E08000035" } }),
  );
  const people = await asWorker(appUrl, (work) => work.tx.person.findMany({ where: { issuer: "council" } }));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return asWorker(appUrl, async (work) => {
    const told: string[][] = [];
    for (const now of instants) {
      const settings = { handoverOverlapMinutes: 15 };
      const { rungs } = await readOnCall({ ...work, now }, OrganisationId.parse(leeds?.id), settings);
      told.push([1, 2].map((rung) => (rungs.get(rung) ?? []).map((id) => names.get(id) ?? id).join(" and ")));
    }
    return told;
  });
}

async function asWorker<Result>(appUrl: string, useCase: (work: Work) => Promise<Result>): Promise<Result> {
  const database = connectDatabase({ url: appUrl, connections: 1 });
  const occasion = { actor: systemActor("worker"), now: new Date(0) };
  const result = await withWork(database, occasion, useCase);
  await database.$disconnect();
  return result;
}

/** What is wrong with the rotas of the teams of Leeds in the 28 days from an instant. */
export async function faultsOfLeeds(appUrl: string, now: Date): Promise<readonly string[]> {
  return asWorker(appUrl, async (work) => {
    const teams = await work.tx.dutyTeam.findMany({ where: { name: { startsWith: "Leeds" } } });
    const to = new Date(now.getTime() + 28 * 86_400_000);
    const faults = [];
    for (const { id: teamId } of teams)
      faults.push(...(await findRotaFaults({ ...work, now }, { teamId, from: now, to })));
    return faults.map(({ kind }) => kind);
  });
}

/** Authorities whose list is older than a day at this instant. */
export async function staleAuthorities(url: string, at: Date): Promise<readonly unknown[]> {
  return runSql(
    url,
    `select authority_id from register_state where last_received_at < '${at.toISOString()}'::timestamptz - interval '1 day'`,
  );
}
