import { askByCareTeam, askByHook, makeSystem, systemSettings } from "@/test/bench/asking-system";
import { startBenchProduct } from "@/test/bench/bench-product";
import { makeFloor } from "@/test/bench/floor";
import { closedLoad, type Measured } from "@/test/bench/load";
import { askInTurn, mix } from "@/test/bench/lookup";
import { tokensVerified } from "@/test/bench/tokens-verified";
import { startTokenIssuer } from "@/test/support/token-issuer";

const connections = 16;
const countOfOneRun = Number(process.env["BENCH_COUNT"] ?? 3_000);

/**
 * `npm run bench standards`: the same question by the phone's own door, as `CareTeam` and as a card of CDS Hooks, each
 * with its record and its alert, against the bare statements of `bench lookup`; and tokens verified per second.
 */
export async function benchStandards(): Promise<void> {
  console.log("bench standards: production build, 230,000 plans, worker running, 16 connections");
  const issuer = await startTokenIssuer();
  const bench = await startBenchProduct(systemSettings(issuer));
  try {
    const system = await makeSystem(bench.product.origin, issuer);
    const floor = await makeFloor(bench);
    for (const hitShare of [0.05, 0.5]) {
      const numbers = mix(bench.heldNumbers, hitShare);
      const doors = {
        "phone (tRPC)": (index: number) => askInTurn(bench, index, numbers(index)),
        "FHIR CareTeam": (index: number) => askByCareTeam(system, index, numbers(index)),
        "CDS Hooks card": (index: number) => askByHook(system, index, numbers(index)),
        "bare statements": (index: number) => floor.ask(numbers(index)),
      };
      await measureDoors(`hits ${String(hitShare * 100)} %`, doors);
    }
    await floor.stop();
    const perSecond = await tokensVerified(system, bench.product.environment);
    console.log(`\ntokens verified per second in one process: ${String(Math.round(perSecond))}`);
  } finally {
    await bench.stop();
    await issuer.stop();
  }
}

type Doors = Readonly<Record<string, (index: number) => Promise<void>>>;

async function measureDoors(load: string, doors: Doors): Promise<void> {
  const measured = new Map<string, Measured>();
  for (const [door, ask] of Object.entries(doors)) {
    await closedLoad(connections, 300, ask);
    measured.set(door, await closedLoad(connections, countOfOneRun, ask));
    console.log(`  ${load}: ${door}`);
  }
  const phone = measured.get("phone (tRPC)")?.p50 ?? Number.NaN;
  const bare = measured.get("bare statements")?.perSecond ?? Number.NaN;
  console.log(`\n${load}:`);
  console.table(
    [...measured].map(([door, { perSecond, p50, p99, failures }]) => ({
      door,
      "per second": Math.round(perSecond),
      "p50 ms": Math.round(p50),
      "p99 ms": Math.round(p99),
      failed: failures,
      "share of the floor": rounded(perSecond / bare),
      "times the phone's p50": rounded(p50 / phone),
    })),
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
