import http from "node:http";
import { z } from "zod";
import { SessionId } from "@/server/vocabulary/ids";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { rowsSaidAtEnd } from "@/server/vocabulary/rows-file";
import { cookieFor, startBenchProduct, type BenchProduct } from "@/test/bench/bench-product";
import { lookUp } from "@/test/bench/insight";
import { addInsightPast, countPast } from "@/test/bench/insight-past";
import { openLoad, type Measured } from "@/test/bench/load";

const lookups = Number(process.env["BENCH_LOOKUPS"] ?? 1_000_000);
const loadSeconds = 12;

/**
 * `npm run bench rows`: a million rows of a year as one file, taken as fast as it comes, while 50 lookups a second are
 * asked for its first seconds; how long it takes and how much memory the web process has meanwhile.
 */
export async function benchRows(): Promise<void> {
  console.log(
    `bench rows: production build, ${lookups.toLocaleString("en-GB")} lookups of a year, one worker`,
  );
  const bench = await startBenchProduct();
  try {
    await addInsightPast(bench.owner, { lookups: lookups, days: 365 });
    await countPast(bench.product.appUrl);
    const cookie = await signOperatorIn(bench);
    const load = () => openLoad(50, loadSeconds, () => lookUp(bench));
    await load();
    const quiet = await load();
    const before = await residentMegabytes(bench);
    const [file, beside] = await Promise.all([takeRows(bench, cookie), load()]);
    console.table({
      rows: file.rows,
      seconds: Math.round(file.seconds),
      "file, MB": Math.round(file.bytes / 1e6),
      "web before, MB": before,
      "web at each fifth, MB": fifthsOf(file.resident),
      "lookups beside nothing, p50 and p99 ms": inWords(quiet),
      "lookups beside the file, p50 and p99 ms": inWords(beside),
      "lookups that failed": quiet.failures + beside.failures,
    });
  } finally {
    await bench.stop();
  }
}

function fifthsOf(samples: readonly number[]): string {
  return [1, 2, 3, 4, 5].map((fifth) => samples[Math.ceil((samples.length * fifth) / 5) - 1]).join(", ");
}

function inWords({ p50, p99 }: Measured): string {
  return `${String(Math.round(p50))}, ${String(Math.round(p99))}`;
}

interface Taken {
  readonly rows: number | undefined;
  readonly bytes: number;
  readonly seconds: number;
  /** Of the web process, once a second, in megabytes. */
  readonly resident: readonly number[];
}

async function takeRows(bench: BenchProduct, cookie: string): Promise<Taken> {
  const today = londonDate(new Date());
  const query = `measure=lookups&from=${addDays(today, -365)}&to=${addDays(today, -1)}`;
  const startedAt = performance.now();
  const response = await get(bench, `/api/figure-rows?${query}`, cookie);
  if (response.statusCode !== 200) throw new Error(`no file: ${String(response.statusCode)}`);
  const resident: number[] = [];
  let [bytes, end, sampledAt] = [0, "", startedAt];
  for await (const piece of response) {
    const text = String(piece);
    bytes += Buffer.byteLength(text);
    end = `${end}${text}`.slice(-100);
    if (performance.now() - sampledAt < 1_000) continue;
    sampledAt = performance.now();
    resident.push(await residentMegabytes(bench));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    rows: rowsSaidAtEnd(end),
    bytes,
    seconds,
    resident: [...resident, await residentMegabytes(bench)],
  };
}

/** As the web process says itself. */
async function residentMegabytes(bench: BenchProduct): Promise<number> {
  const response = await get(bench, "/api/metrics", "");
  let text = "";
  for await (const piece of response) text += String(piece);
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6);
}

function get({ product }: BenchProduct, path: string, cookie: string): Promise<http.IncomingMessage> {
  const url = `${product.origin.replace("localhost", "127.0.0.1")}${path}`;
  const headers = { cookie, host: new URL(product.origin).host };
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        resolve(response.setEncoding("utf8"));
      })
      .on("error", reject);
  });
}

const Sessions = z.tuple([z.object({ id: z.uuid() })]);

async function signOperatorIn({ owner, product }: BenchProduct): Promise<string> {
  const { rows } = await owner.query(
    `with operator as (insert into person (issuer, subject, name)
       values ('council', 'bench-operator', 'Operator Benchley') returning id)
     insert into session (person_id, organisation_id, role, assurance, opened_at, last_seen_at, idle_minutes, expires_at)
     select operator.id, organisation.id, 'operator', 'AAL2', now(), now(), 720, now() + interval '12 hours'
     from operator, organisation where kind = 'service' limit 1 returning id`,
  );
  return cookieFor(product, SessionId.parse(Sessions.parse(rows)[0].id));
}
