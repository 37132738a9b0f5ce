import type { Client } from "pg";
import { makePastAlerts } from "@/prisma/seed/past/alert-rows";
import { addBenchPlans, plansOfEngland } from "@/prisma/seed/bench";
import { addComingChanges } from "@/prisma/seed/coming-changes";
import { lateLists, makeFeeds } from "@/prisma/seed/feed-rows";
import { makeClosings } from "@/prisma/seed/past/closing-rows";
import { makeHistory } from "@/prisma/seed/past/history-rows";
import { makeQualityPast, type QualityPast } from "@/prisma/seed/past/quality-rows";
import { beginInvention, type Invention } from "@/prisma/seed/invention";
import { makeLeedsRota } from "@/prisma/seed/leeds-rota";
import { makeOrganisations, type Authority } from "@/prisma/seed/organisation-rows";
import { asOwner, insertRows, type TableRows } from "@/prisma/seed/owner-database";
import { makeOversightPast } from "@/prisma/seed/past/oversight-rows";
import { makePastQuestions } from "@/prisma/seed/past/past-questions";
import { makeRegister } from "@/prisma/seed/register-rows";
import { makeRota, rotaDays } from "@/prisma/seed/rota-rows";
import { makeStaff } from "@/prisma/seed/staff-rows";

export interface SeedSize {
  /** Every date of the seed is counted from here. */
  readonly now: Date;
  /** demo: people for every card and some weeks of past. bench: as many plans as England has, and no past. */
  readonly size: "demo" | "bench";
  /** For the bench only: how many plans, 230,000 unless told otherwise. */
  readonly plans?: number;
  readonly onProgress?: (message: string) => void;
}

/**
 * Fills a migrated, empty database with invented content, in one transaction and the same for everybody: only the
 * dates follow `now`. A database that has organisations already is left alone.
 */
export async function seed(ownerUrl: string, wanted: SeedSize): Promise<void> {
  const { now, size, plans = plansOfEngland, onProgress = () => undefined } = wanted;

  await asOwner(ownerUrl, async (client) => {
    // Two starts at once: the second waits, and then finds everything there.
    await client.query("select pg_advisory_xact_lock(hashtextextended('lantern seed', 0))");
    if (await hasOrganisations(client)) return;

    const world = size === "demo" ? makeDemo(now) : makeBench(now);
    await insertRows(client, world);
    onProgress(`Seeded ${world.map(([table, rows]) => `${String(rows.length)} ${table}`).join(", ")}`);
    if (size === "bench") await addBenchPlans(client, { now, plans, onProgress });
  });
  await asOwner(ownerUrl, (client) => client.query("analyze"));
}

/**
 * For a demo that is started again on another day. Stands for the daily lists of the authorities, which nobody sends
 * here: those that are not late on purpose have just arrived. The people last on call stay so until 60 days from now,
 * everybody has signed in lately, and on the rota of Leeds something is coming again.
 */
export async function deliverTodaysLists(ownerUrl: string, now: Date): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(
      `update register_state set last_received_at = $1::timestamptz - interval '1 hour'
       from organisation
       where organisation.id = authority_id and code <> all ($2::text[])
         and last_received_at < $1::timestamptz - interval '23 hours'`,
      [now, [...lateLists.keys()]],
    );
    await client.query(
      `insert into shift (duty_team_id, person_id, rung, starts_at, ends_at)
       select duty_team_id, person_id, rung, greatest(ends_at, $1::timestamptz - interval '1 day'), horizon
       from (select distinct on (duty_team_id, rung) * from shift
           where duty_team_id not in (select duty_team_id from shift_pattern)
           order by duty_team_id, rung, ends_at desc) last_shift,
         (select $1::timestamptz + make_interval(days => $2) as horizon) until
       where ends_at < horizon`,
      [now, rotaDays],
    );
    await client.query(
      "update role_assignment set last_claimed_at = $1 where last_claimed_at < $1::timestamptz - interval '30 days'",
      [now],
    );
    await addComingChanges(client, now);
  });
}

async function hasOrganisations(client: Client): Promise<boolean> {
  const { rowCount } = await client.query("select from organisation limit 1");
  return rowCount === 1;
}

function makeDemo(now: Date): TableRows[] {
  const invention = beginInvention();
  const organisations = makeOrganisations(invention);
  const staff = makeStaff(invention, organisations, now);
  const rota = makeRota(invention, staff, now);
  // Of its own: how many shifts were drawn depends on the hour, and nobody's name may.
  const register = makeRegister(beginInvention(1), organisations.authorities, now);
  const feeds = makeFeeds(invention, {
    authorities: organisations.authorities,
    plansOf: register.plansOf,
    now,
    withPast: "E08000035",
  });
  const quality = makeLeedsPast(invention, { organisations, feeds, register, now });
  const questions = makePastQuestions(invention, staff, { people: register.people, now });
  const { alerts, tables: alertTables } = makePastAlerts(invention, rota, questions);
  const history = makeHistory(invention, { questions, alerts });
  const leeds = makeLeedsRota(invention, organisations, { personas: staff.personas, now });
  const closings = makeClosings(invention, alerts, now);
  const oversight = makeOversightPast(beginInvention(2), {
    authority: leedsOf(organisations),
    staff,
    now,
  });

  return [
    ...leeds.changed(organisations.tables),
    ...staff.tables,
    ...leeds.tables,
    ...rota.tables(leeds.patternsFrom),
    ...feeds.tables,
    ["feed", quality.feeds],
    ...register.tables(feeds.feedOf),
    ...quality.tables,
    ...history.before,
    ...alertTables,
    ["alert_event", closings],
    ...history.after,
    ...oversight,
  ];
}

function leedsOf({ authorities }: ReturnType<typeof makeOrganisations>): Authority {
  const authority = authorities.find(({ code }) => code === "E08000035");
  if (authority === undefined) throw new Error("Leeds is not among the authorities");
  return authority;
}

interface LeedsPast {
  readonly organisations: ReturnType<typeof makeOrganisations>;
  readonly feeds: ReturnType<typeof makeFeeds>;
  readonly register: ReturnType<typeof makeRegister>;
  readonly now: Date;
}

function makeLeedsPast(
  invention: Invention,
  { organisations, feeds, register, now }: LeedsPast,
): QualityPast {
  const authority = leedsOf(organisations);
  const newestFeedId = feeds.newestOf.get(authority.id);
  if (newestFeedId === undefined) throw new Error("Leeds has sent no list");
  return makeQualityPast(invention, {
    authority,
    newestFeedId,
    plans: register.plansOf.get(authority.id) ?? 0,
    now,
  });
}

function makeBench(now: Date): TableRows[] {
  const invention = beginInvention();
  const organisations = makeOrganisations(invention);
  const staff = makeStaff(invention, organisations, now);
  const rota = makeRota(invention, staff, now);
  const feeds = makeFeeds(invention, { authorities: organisations.authorities, plansOf: new Map(), now });

  return [...organisations.tables, ...staff.tables, ...rota.tables(), ...feeds.tables];
}
