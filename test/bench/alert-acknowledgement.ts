import http from "node:http";
import type { AlertBench } from "@/test/bench/alert";
import { ask, mutate, type Asker } from "@/test/bench/ask";
import { openLoad } from "@/test/bench/load";
import { percentile } from "@/test/bench/percentile";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 30);
const perSecond = 5;

export type AcknowledgementRow = Readonly<Record<string, number | string>>;

/**
 * A crew asks about a child and watches its screen (server-sent events of `lookup.live` over HTTP); the social worker
 * takes the alert. Five a second, each on a child of its own.
 */
export async function measureAcknowledgements(
  alertBench: AlertBench,
): Promise<readonly AcknowledgementRow[]> {
  const { askers } = alertBench.bench;
  const times: Seen[] = [];
  const load = await openLoad(perSecond, seconds, async (index) => {
    const crew = askers[index % askers.length];
    if (crew === undefined) throw new Error("nobody is signed in");
    times.push(await acknowledgeOne(alertBench, crew));
  });
  if (load.failures > 0)
    throw new Error(`${String(load.failures)} screens never said who has taken the alert`);

  const row = (since: string, values: readonly number[]) => ({
    since,
    alerts: values.length,
    p50: round(percentile(values, 0.5)),
    p99: round(percentile(values, 0.99)),
  });
  return [
    row(
      "the request was sent",
      times.map(({ sinceRequest }) => sinceRequest),
    ),
    row(
      "the answer was received",
      times.map(({ sinceAnswer }) => sinceAnswer),
    ),
  ];
}

interface Seen {
  readonly sinceRequest: number;
  readonly sinceAnswer: number;
}

async function acknowledgeOne({ bench, duty, nextNumber }: AlertBench, crew: Asker): Promise<Seen> {
  const nhsNumber = nextNumber();
  await ask(crew, nhsNumber);
  const { rows } = await bench.owner.query<{ id: string; lookup_id: string; authority_id: string }>(
    "select alert.id, lookup_id, authority_id from alert join lookup on lookup.id = lookup_id where nhs_number = $1",
    [nhsNumber],
  );
  const [alert] = rows;
  const worker = duty.ofAuthority.get(alert?.authority_id ?? "");
  if (alert === undefined || worker === undefined) throw new Error("no alert, or nobody on duty");

  const screen = await watchScreen(crew, alert.lookup_id);
  // Before the request: the screen may know before the social worker's own answer is here.
  const taken = screen.says('"stage":"taken"');
  const requestedAt = performance.now();
  await mutate(worker, "alert.acknowledge", { alertId: alert.id });
  const answeredAt = performance.now();
  const seenAt = await taken;
  screen.close();
  return { sinceRequest: seenAt - requestedAt, sinceAnswer: Math.max(0, seenAt - answeredAt) };
}

interface Screen {
  /** When the stream first said this. */
  says(text: string): Promise<number>;
  close(): void;
}

const patienceMilliseconds = 20_000;

/** The crew's live stream, from its first line on. */
async function watchScreen({ origin, cookie }: Asker, lookupId: string): Promise<Screen> {
  const input = encodeURIComponent(JSON.stringify({ json: { lookupId } }));
  const url = `${origin.replace("localhost", "127.0.0.1")}/api/trpc/lookup.live?input=${input}`;
  const headers = { cookie, host: "localhost", accept: "text/event-stream" };
  const request = http.get(url, { headers, agent: false });
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once("response", resolve).on("error", reject);
  });

  let heard = "";
  const waiting = new Map<string, (at: number) => void>();
  response.setEncoding("utf8").on("error", () => undefined);
  response.on("data", (text: string) => {
    heard += text;
    for (const [awaited, resolve] of waiting) if (heard.includes(awaited)) resolve(performance.now());
  });
  const screen: Screen = {
    says: (text) =>
      new Promise((resolve, reject) => {
        if (heard.includes(text)) resolve(performance.now());
        waiting.set(text, resolve);
        setTimeout(() => reject(new Error(`the screen never said ${text}`)), patienceMilliseconds).unref();
      }),
    close: () => request.destroy(),
  };
  await screen.says('"stage":');
  return screen;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
