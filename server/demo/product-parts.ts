import { startChild, type Child } from "@/server/demo/demo-child";

interface PartsOptions {
  readonly logDirectory: string;
  readonly environment: Record<string, string>;
  readonly port: number;
}

/** Web and worker as processes of their own: started, stopped and started again each by itself. */
export function partsOf({ logDirectory, environment, port }: PartsOptions) {
  const words = {
    web: webWords(port),
    // As `npm run worker`: a night of lists passes through, and the heap need not grow for it.
    worker: [
      "--heap-growing-percent=30",
      "--max-semi-space-size=8",
      "--import",
      "tsx",
      "server/jobs/worker.ts",
    ],
  };
  const startPart = (name: "web" | "worker") =>
    startChild({ name, words: words[name], environment, logDirectory });
  const running = new Map<"web" | "worker", Child>();

  const run = (name: "web" | "worker") => running.set(name, startPart(name));
  const partNamed = (name: "web" | "worker"): Child => {
    const part = running.get(name);
    if (part === undefined) throw new Error(`${name} has not been started`);
    return part;
  };
  const origin = `http://localhost:${String(port)}`;

  return {
    web: () => partNamed("web"),
    worker: () => partNamed("worker"),
    async start(firstPage: string) {
      run("web");
      run("worker");
      await waitUntilReady(firstPage, [partNamed("web"), partNamed("worker")]);
    },
    async restartWeb() {
      await partNamed("web").stop();
      run("web");
      await waitUntilReady(origin, [partNamed("web")]);
    },
    async restartWorker() {
      await partNamed("worker").stop();
      run("worker");
    },
    async stop() {
      await Promise.all([...running.values()].map((part) => part.stop()));
    },
  };
}

/** As `npm start`, on this machine alone: what one look leaves is collected before it counts as old. */
export function webWords(port: number): string[] {
  const next = "node_modules/next/dist/bin/next";
  return ["--max-semi-space-size=64", next, "start", "-H", "127.0.0.1", "-p", String(port)];
}

/** Ready is when health says so and the first page is served; a part that ends instead is the reason why not. */
export async function waitUntilReady(origin: string, parts: readonly Child[]): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const fallen = parts.find((part) => part.hasEnded());
    if (fallen !== undefined) throw new Error(`${fallen.name} stopped at its start:\n${fallen.lastWords()}`);

    const answers = await Promise.all([isServed(`${origin}/api/health`), isServed(`${origin}/sign-in`)]);
    if (answers.every(Boolean)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `The first page was not served within a minute.\n${parts.map((part) => part.lastWords()).join("\n")}`,
  );
}

async function isServed(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  return answer?.ok === true;
}
