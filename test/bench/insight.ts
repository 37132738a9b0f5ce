import http from "node:http";
import pg from "pg";
import { z } from "zod";
import { SessionId } from "@/server/vocabulary/ids";
import { ask } from "@/test/bench/ask";
import { cookieFor, startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { addInsightPast, countPast } from "@/test/bench/insight-past";
import { closedLoad, openLoad, type Measured } from "@/test/bench/load";
import { makeNhsNumber } from "@/test/support/make-world";

const lookups = Number(process.env["BENCH_LOOKUPS"] ?? 10_000_000);
const opened = Number(process.env["BENCH_COUNT"] ?? 400);
const managers = 20;
/** How long a manager looks at a page before the next one, and for how long that is measured. */
const readingSeconds = 5;
const measuredSeconds = 15;

/**
 * `npm run bench insight`: each page of figures, opened by 20 managers who read each for five seconds, and by 20 at once and
 * without a pause, while 50 lookups a second are asked; against one statement by hand over the same counted rows, in the
 * same run. BENCH_LOOKUPS says how many lookups there are.
 */
export async function benchInsight(): Promise<void> {
  console.log(
    `bench insight: production build, ${lookups.toLocaleString("en-GB")} lookups of a year, one worker`,
  );
  const bench = await startBenchProduct();
  const floor = new pg.Pool({ connectionString: bench.product.ownerUrl, max: managers });
  try {
    await addInsightPast(bench.owner, lookups);
    console.log(`  all days were counted in ${String(round(await countPast(bench.product.appUrl)))} s`);
    const cookies = await signManagersIn(bench);
    // A process that has just begun is measured by nobody.
    await openLoad(20, measuredSeconds, () => lookUp(bench));
    for (const { path } of pages)
      await closedLoad(managers, managers, (index) => open(bench, path, cookies[index]));
    const quiet = await openLoad(50, measuredSeconds, () => lookUp(bench));
    const rows: Row[] = [];
    for (const page of pages) {
      rows.push(await measurePage(bench, floor, { page, cookies }));
    }
    print(rows, quiet);
  } finally {
    await floor.end();
    await bench.stop();
  }
}

interface Page {
  readonly path: string;
  /** What the page has to know, as one statement for everybody: by authority or organisation, of 28 days or a year. */
  readonly floor: string;
}

const days = (count: number) => `day > current_date - ${String(count)}`;
const pages: readonly Page[] = [28, 365].flatMap((count) => {
  const from = new Date(Date.now() - (count - 1) * 86_400_000).toISOString().slice(0, 10);
  const query = `from=${from}&to=2999-01-01`;
  return [
    {
      path: `/insight?${query}`,
      floor: `select day, care_setting_id, answer, sum(lookups) from lookup_day where ${days(count)}
        and organisation_id = $1 group by 1, 2, 3`,
    },
    {
      path: `/insight/times?${query}&by=setting`,
      floor: `select care_setting_id, percentile_cont(array[0.5, 0.9, 0.99]) within group (order by taken), sum(alerts)
        from alert_day where ${days(count)} and organisation_id = $1 group by 1`,
    },
    {
      path: `/insight/activity?${query}`,
      floor: `select care_setting_id, channel, answer, cause, sum(lookups) from lookup_day where ${days(count)}
        and organisation_id = $1 group by 1, 2, 3, 4`,
    },
  ];
});

interface Row {
  readonly page: string;
  readonly reading: Measured;
  readonly bareReading: Measured;
  readonly project: Measured;
  readonly bare: Measured;
  readonly meanwhile: Measured;
}

interface Opening {
  readonly page: Page;
  readonly cookies: readonly string[];
}

async function measurePage(bench: BenchProduct, floor: pg.Pool, { page, cookies }: Opening): Promise<Row> {
  const organisations = await floor.query<{ id: string }>(
    "select id from organisation where kind = 'health'",
  );
  const ids = organisations.rows.map(({ id }) => id);
  const beside = async (load: () => Promise<Measured>) => {
    const asking = openLoad(50, measuredSeconds, () => lookUp(bench));
    const measured = await load();
    return { measured, meanwhile: await asking };
  };
  const reading = (act: (index: number) => Promise<void>) =>
    beside(() => openLoad(managers / readingSeconds, measuredSeconds, act));
  const openPage = (index: number) => open(bench, page.path, cookies[index % cookies.length]);
  const askFloor = async (index: number) => {
    await floor.query(page.floor, [ids[index % ids.length]]);
  };
  const { measured: ofReaders, meanwhile } = await reading(openPage);
  const { measured: bareReading } = await reading(askFloor);
  const { measured: project } = await beside(() => closedLoad(managers, opened, openPage));
  const { measured: bare } = await beside(() => closedLoad(managers, opened, askFloor));
  const name = page.path.replace("&to=2999-01-01", "");
  return { page: name, reading: ofReaders, bareReading, project, bare, meanwhile };
}

/** A number that is on no plan, asked by any of the crew. */
export async function lookUp({ askers }: BenchProduct): Promise<void> {
  const asker = askers[Math.floor(Math.random() * askers.length)];
  if (asker === undefined) throw new Error("nobody is signed in");
  await ask(asker, makeNhsNumber());
}

const Sessions = z.array(z.object({ id: z.uuid() }));

/** Ten authorities' managers, nine of health organisations, one operator: each with a session for the bench. */
async function signManagersIn({ owner, product }: BenchProduct): Promise<string[]> {
  const { rows } = await owner.query(
    `with chosen as (
       (select id, 'authority-manager' as role from organisation where kind = 'authority' order by code limit 10)
       union all (select id, 'health-manager' from organisation where kind = 'health' order by code limit 9)
       union all (select id, 'operator' from organisation where kind = 'service' limit 1)),
     people as (insert into person (issuer, subject, name)
       select 'council', 'bench-manager-' || id, 'Manager Benchley' from chosen returning id, subject)
     insert into session (person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     select people.id, chosen.id, role, 'AAL2', now(), now(), 720, now() + interval '12 hours'
     from chosen join people on subject = 'bench-manager-' || chosen.id returning id`,
  );
  return Sessions.parse(rows).map(({ id }) => cookieFor(product, SessionId.parse(id)));
}

const agent = new http.Agent({ keepAlive: true, maxSockets: managers });

/** The whole page, as a browser asks for it; rejects unless it shows figures. */
function open({ product }: BenchProduct, path: string, cookie = ""): Promise<void> {
  const url = `${product.origin.replace("localhost", "127.0.0.1")}${path}`;
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie, host: new URL(product.origin).host } }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (text += part));
        response.on("end", () => {
          if (response.statusCode === 200 && text.includes("As at")) resolve();
          else reject(new Error(`${path}: ${String(response.statusCode)}`));
        });
      })
      .on("error", reject);
  });
}

function print(rows: readonly Row[], quiet: Measured): void {
  console.log("\n20 managers, while 50 lookups a second are asked:");
  console.table(
    rows.map(({ page, reading, bareReading, project, bare, meanwhile }) => ({
      page,
      "reading p50 ms": round(reading.p50),
      "p99 ms": round(reading.p99),
      "floor p50 ms": round(bareReading.p50),
      "without a pause p50 ms": round(project.p50),
      "its p99 ms": round(project.p99),
      "its floor p50 ms": round(bare.p50),
      failed: reading.failures + project.failures,
      "lookups p99 ms": round(meanwhile.p99),
      "lookups failed": meanwhile.failures,
    })),
  );
  console.log(
    `Lookups beside nothing: p50 ${String(round(quiet.p50))} ms, p99 ${String(round(quiet.p99))} ms`,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
