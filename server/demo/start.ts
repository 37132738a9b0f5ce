import path from "node:path";
import { demoChildren } from "@/prisma/seed/demo-children";
import { isPortTaken } from "@/server/demo/demo-port";
import { personas } from "@/server/demo/personas";
import { startProduct, type Product } from "@/server/demo/product";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

const startedAt = performance.now();

/** `npm run demo`: everything on this machine, kept in `.data/` (or LANTERN_DATA_DIR), until Ctrl-C. */
async function main(): Promise<void> {
  const port = Number(process.env["PORT"] ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    giveUp("PORT must be a number from 1 to 65535.");
    return;
  }
  if (await isPortTaken(port)) {
    giveUp(`Port ${String(port)} is in use. Stop what uses it, or choose another: PORT=3001 npm run demo`);
    return;
  }

  const directory = path.resolve(process.env["LANTERN_DATA_DIR"] ?? ".data");
  const stopping = stopOnSignal();
  try {
    const product = await startProduct({ directory, port, onProgress: say });
    await stopping.uses(product);
    welcome(product);
    endWithWeb(product, stopping);
    keepWorkerAlive(product, stopping);
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
}

function say(message: string): void {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${message}`);
}

function welcome({ origin, sandbox, recordSystem }: Product): void {
  console.log(`Ready on ${origin}`);
  console.log("\nSign in as:");
  for (const persona of personas) {
    console.log(`  ${persona.id.padEnd(16)} ${origin}/sign-in?login_hint=${persona.id}`);
  }
  console.log("\nInvented people to ask about:");
  for (const child of demoChildren) console.log(`  ${formatNhsNumber(child.nhsNumber)}  ${child.sentence}`);
  console.log(
    `\nA hospital's record system, from which Lantern opens beside a patient:\n  ${recordSystem.url}`,
  );
  console.log("\nBuilding another system? See docs/integrating.md, with");
  console.log(`  export LANTERN=${origin} SANDBOX=${sandbox}`);
  console.log("\nCtrl-C stops everything.");
}

interface Stopping {
  readonly isUnderWay: () => boolean;
  uses(product: Product): Promise<void>;
  now(exitCode: number): Promise<void>;
}

/** Ctrl-C stops what was started; a second Ctrl-C does not wait. */
function stopOnSignal(): Stopping {
  let product: Product | undefined;
  let isUnderWay = false;

  const stop = async (exitCode: number) => {
    if (isUnderWay) process.exit(exitCode);
    isUnderWay = true;
    console.log("\nStopping");
    await product?.stop();
    process.exit(exitCode);
  };
  // Before the product stands there is nobody to ask: leaving is enough, the database stops by itself.
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));

  return {
    isUnderWay: () => isUnderWay,
    now: stop,
    async uses(started) {
      product = started;
      if (isUnderWay) await started.stop();
    },
  };
}

/** Without web there is no demo. */
function endWithWeb(product: Product, stopping: Stopping): void {
  const web = product.web();
  void web.ended.then(async () => {
    if (stopping.isUnderWay()) return;
    console.error(`Web has ended:\n${web.lastWords()}`);
    await stopping.now(1);
  });
}

/** A worker that dies is started again. */
function keepWorkerAlive(product: Product, stopping: Stopping): void {
  const worker = product.worker();
  void worker.ended.then(async () => {
    if (stopping.isUnderWay()) return;
    say("The worker has ended and is started again");
    await product.restartWorker();
    keepWorkerAlive(product, stopping);
  });
}

function giveUp(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await main();
