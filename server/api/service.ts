import pino from "pino";
import { turnsOf, type Turns } from "@/server/api/turns";
import { connectDatabase, type Database } from "@/server/db/client";
import { openListener, type Listener } from "@/server/db/listener";
import type { Demographics } from "@/server/gateways/demographics";
import { demographicsOf } from "@/server/gateways/demographics-of";
import { recordSystemsOf, type RecordSystems } from "@/server/gateways/record-system/record-systems-of";
import { parseConfiguration, type Configuration } from "@/server/vocabulary/configuration";

/** What a running door needs: settings, pool, an ear for what other processes commit, neighbours, log. */
export interface Service {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly listener: Listener;
  /** In which managers' pages are read. */
  readonly turns: Turns;
  /** Asked while somebody waits, and never inside a transaction. */
  readonly demographics: Demographics;
  /** The same holds for them. */
  readonly records: RecordSystems;
  readonly log: pino.Logger;
}

/** Makes the parts from the environment; throws if a setting is wrong. */
function startService(environment: NodeJS.ProcessEnv): Service {
  const configuration = parseConfiguration(environment);
  const log = pino({ level: configuration.LOG_LEVEL, base: { process: "web" } });
  const database = connectDatabase({
    url: configuration.DATABASE_URL,
    connections: configuration.DATABASE_CONNECTIONS,
  });

  return {
    configuration,
    database,
    log,
    listener: openListener(configuration.DATABASE_URL, log),
    turns: turnsOf(configuration.DATABASE_CONNECTIONS),
    demographics: demographicsOf(configuration),
    records: recordSystemsOf(configuration),
  };
}

const kept: { service?: Service } = ((
  globalThis as { lanternService?: { service?: Service } }
).lanternService ??= {});

/** The one service of this web process. Kept on the global object, since Next loads modules more than once. */
export function runningService(): Service {
  return (kept.service ??= startService(process.env));
}
