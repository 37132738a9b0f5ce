import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { ensureBuild, plainEnvironment } from "@/server/demo/demo-build";
import type { Child } from "@/server/demo/demo-child";
import { freePort } from "@/server/demo/demo-port";
import { keptSecrets, type DemoSecrets } from "@/server/demo/demo-secrets";
import { openDemoPeople } from "@/server/demo/demographics/demo-people";
import { startDemographics, type StandInDemographics } from "@/server/demo/demographics/start";
import { startIdentityProvider } from "@/server/demo/identity-provider/start";
import { startRecordSystem, type StandInRecordSystem } from "@/server/demo/record-system/start";
import { councilLoginHints } from "@/server/demo/personas";
import { startMessages } from "@/server/demo/messages/start";
import { startPostgres } from "@/server/demo/postgres";
import { migrate } from "@/server/demo/postgres-migrate";
import { partsOf } from "@/server/demo/product-parts";
import { demoChildren } from "@/prisma/seed/demo-children";
import { deliverTodaysLists, seed } from "@/prisma/seed/seed";

export interface ProductOptions {
  /** Where data, secrets and logs are kept for the next time. */
  readonly directory: string;
  readonly port: number;
  /** Settings on top of the demo's own, for example another push service. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly onProgress?: (message: string) => void;
  /** `bench` fills the register as full as England's. */
  readonly seedSize?: "demo" | "bench";
  /** For tests: a database that is quick and goes at the end. */
  readonly throwaway?: boolean;
}

/** The whole product on this machine: database, identity provider, web and worker. */
export interface Product {
  readonly origin: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Where whoever builds another system has its tokens from. */
  readonly sandbox: string;
  /** What web and worker were started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** The stand-in, for tests that let it fail. */
  readonly demographics: StandInDemographics;
  /** From whose records Lantern is opened. */
  readonly recordSystem: StandInRecordSystem;
  readonly web: () => Child;
  readonly worker: () => Child;
  restartWeb(): Promise<void>;
  restartWorker(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts every part and resolves when the first page can be served. Throws, with everything stopped again, if a part
 * does not start; the message says which and what it said last.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { port, environment = {}, onProgress = () => undefined } = options;
  const directory = path.resolve(options.directory);
  const logDirectory = path.join(directory, "logs");
  await mkdir(logDirectory, { recursive: true, mode: 0o755 });

  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopPart of stops.splice(0).toReversed()) await stopPart();
  };

  try {
    const secrets = await keptSecrets(directory);
    onProgress("Starting the database");
    const postgres = await startPostgres({
      directory: path.join(directory, "postgres"),
      throwaway: options.throwaway ?? false,
      onProgress,
    });
    stops.push(() => postgres.stop());
    await fillDatabase(postgres.ownerUrl, { size: options.seedSize ?? "demo", onProgress });

    onProgress("Starting the identity provider");
    const origin = `http://localhost:${String(port)}`;
    const issuer = await startIssuer({ secrets, origin, directory });
    stops.push(() => issuer.stop());

    onProgress("Starting the stand-in for demographics");
    const demographics = await startDemoDemographics(postgres.ownerUrl, directory);
    stops.push(() => demographics.stop());

    onProgress("Starting the stand-in for a hospital's record system");
    const recordSystem = await startDemoRecords(postgres.ownerUrl, origin);
    stops.push(() => recordSystem.stop());

    onProgress("Starting the stand-ins for text messages and e-mail");
    const callbackToken = randomBytes(32).toString("base64url");
    const messages = await startMessages({ origin, logDirectory, callbackToken });
    stops.push(() => messages.stop());

    await ensureBuild(logDirectory, onProgress);
    onProgress("Starting web and worker");
    const settings = {
      ...plainEnvironment(),
      ...demoSettings({ secrets, port, appUrl: postgres.appUrl, ...issuer }),
      ...issuer.systemsSettings,
      ...demographics.settings,
      ...recordSystem.settings,
      ...messages.settings,
      FEED_INBOX_DIR: path.join(directory, "feed-inbox"),
      ...environment,
    };
    const parts = partsOf({ logDirectory, environment: settings, port });
    stops.push(() => parts.stop());
    await parts.start(origin);

    const { ownerUrl, appUrl } = postgres;
    const { sandbox } = issuer;
    const neighbours = { sandbox, demographics, recordSystem };
    return { origin, ownerUrl, appUrl, environment: settings, ...neighbours, ...parts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Filling {
  readonly size: "demo" | "bench";
  readonly onProgress: (message: string) => void;
}

async function fillDatabase(ownerUrl: string, { size, onProgress }: Filling): Promise<void> {
  onProgress("Bringing the database up to date");
  await migrate(ownerUrl);
  onProgress("Filling it with invented authorities, people and plans");
  const now = new Date();
  await seed(ownerUrl, { now, size, onProgress });
  await deliverTodaysLists(ownerUrl, now);
}

interface IssuerPlace {
  readonly secrets: DemoSecrets;
  readonly origin: string;
  readonly directory: string;
}

async function startIssuer({ secrets, origin, directory }: IssuerPlace) {
  return startIdentityProvider({ port: await freePort(), origin, directory, secrets });
}

async function startDemoDemographics(ownerUrl: string, directory: string): Promise<StandInDemographics> {
  const people = openDemoPeople(ownerUrl);
  const standIn = await startDemographics({
    port: await freePort(),
    directory,
    find: people.find,
    findBorn: people.findBorn,
  });
  return {
    ...standIn,
    settings: { ...standIn.settings, DEMOGRAPHICS_PER_SECOND: "50" },
    stop: async () => {
      await standIn.stop();
      await people.close();
    },
  };
}

async function startDemoRecords(ownerUrl: string, origin: string): Promise<StandInRecordSystem> {
  const people = openDemoPeople(ownerUrl);
  const standIn = await startRecordSystem({
    port: await freePort(),
    origin,
    async patients() {
      const found = await Promise.all(demoChildren.map(({ nhsNumber }) => people.find(nhsNumber)));
      return found.filter((patient) => patient !== undefined);
    },
  });
  return {
    ...standIn,
    stop: async () => {
      await standIn.stop();
      await people.close();
    },
  };
}

interface SettingsSource {
  readonly secrets: DemoSecrets;
  readonly port: number;
  readonly appUrl: string;
  readonly careIdentityIssuer: string;
  readonly councilIssuer: string;
}

function demoSettings({ secrets, port, ...source }: SettingsSource): Record<string, string> {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    DATABASE_URL: source.appUrl,
    NEXTAUTH_URL: `http://localhost:${String(port)}`,
    NEXTAUTH_SECRET: secrets.sessionSecret,
    CARE_IDENTITY_ISSUER: source.careIdentityIssuer,
    CARE_IDENTITY_CLIENT_ID: "lantern",
    CARE_IDENTITY_CLIENT_SECRET: secrets.careIdentityClientSecret,
    COUNCIL_ISSUER: source.councilIssuer,
    COUNCIL_CLIENT_ID: "lantern",
    COUNCIL_CLIENT_SECRET: secrets.councilClientSecret,
    COUNCIL_LOGIN_HINTS: councilLoginHints,
    // A contact that Apple's service accepts; the demo has no mailbox.
    VAPID_SUBJECT: "mailto:duty-desk@lantern-demo.org.uk",
    VAPID_PUBLIC_KEY: secrets.vapidPublicKey,
    VAPID_PRIVATE_KEY: secrets.vapidPrivateKey,
    DEVICE_KEY: secrets.deviceKey,
    RECEIPT_KEY: secrets.receiptKey,
    RECORD_SIGNING_KEYS: secrets.recordSigningKeys,
  };
}
