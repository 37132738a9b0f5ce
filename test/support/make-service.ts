import pino from "pino";
import { turnsOf } from "@/server/api/turns";
import type { Service } from "@/server/api/service";
import { connectDatabase } from "@/server/db/client";
import { openListener } from "@/server/db/listener";
import { demographicsOf } from "@/server/gateways/demographics-of";
import { recordSystemsOf } from "@/server/gateways/record-system/record-systems-of";
import {
  emailSender,
  pushSender,
  textSender,
  webhookSender,
  type JobService,
} from "@/server/jobs/worker-service";
import { parseConfiguration } from "@/server/vocabulary/configuration";
import { testKeyFile } from "@/test/support/test-key-file";
import { testSigningKeys } from "@/test/support/test-signing-keys";

export interface TestService extends Service {
  readonly stop: () => Promise<void>;
}

export type TestJobService = TestService & JobService;

/** The same with what a worker has besides, as configured. */
export function makeJobService(
  appUrl: string,
  change: Readonly<Record<string, string>> = {},
): TestJobService {
  const service = makeService(appUrl, change);
  return {
    ...service,
    sender: pushSender(service.configuration),
    webhooks: webhookSender(service.configuration),
    texts: textSender(service.configuration),
    mail: emailSender(service.configuration),
  };
}

const key = Buffer.alloc(32, 7).toString("base64");

/** The parts of a running door on a test's database, with a silent log. `change` overrides settings by name. */
export function makeService(appUrl: string, change: Readonly<Record<string, string>> = {}): TestService {
  const configuration = parseConfiguration({ ...testEnvironment, DATABASE_URL: appUrl, ...change });
  const log = pino({ level: configuration.LOG_LEVEL });
  const database = connectDatabase({ url: appUrl, connections: configuration.DATABASE_CONNECTIONS });
  const listener = openListener(appUrl, log);

  return {
    configuration,
    database,
    listener,
    turns: turnsOf(configuration.DATABASE_CONNECTIONS),
    log,
    demographics: demographicsOf(configuration, [1, 1]),
    records: recordSystemsOf(configuration),
    stop: async () => {
      await listener.close();
      await database.$disconnect();
    },
  };
}

/** The environment of a service that may start, but for the address of its database. */
export const testEnvironment = {
  DATABASE_CONNECTIONS: "4",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret of the tests, known to all",
  CARE_IDENTITY_ISSUER: "http://localhost:4001/care-identity",
  CARE_IDENTITY_CLIENT_ID: "lantern",
  CARE_IDENTITY_CLIENT_SECRET: "tests",
  COUNCIL_ISSUER: "http://localhost:4001/council",
  COUNCIL_CLIENT_ID: "lantern",
  COUNCIL_CLIENT_SECRET: "tests",
  VAPID_SUBJECT: "mailto:duty@lantern.example",
  VAPID_PUBLIC_KEY: "B".repeat(87),
  VAPID_PRIVATE_KEY: "A".repeat(43),
  // Nobody listens there: what asks about people has its own.
  DEMOGRAPHICS_URL: "http://127.0.0.1:1/FHIR/R4",
  DEMOGRAPHICS_TOKEN_URL: "http://127.0.0.1:1/oauth2/token",
  DEMOGRAPHICS_CLIENT_ID: "tests",
  DEMOGRAPHICS_KEY_ID: "tests",
  DEMOGRAPHICS_PRIVATE_KEY_FILE: testKeyFile,
  DEVICE_KEY: key,
  RECEIPT_KEY: key,
  RECORD_SIGNING_KEYS: JSON.stringify(testSigningKeys),
  LOG_LEVEL: "silent",
};
