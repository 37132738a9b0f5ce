import { readFileSync } from "node:fs";
import pino from "pino";
import { connectDatabase, type Database } from "@/server/db/client";
import { openListener, type Listener } from "@/server/db/listener";
import type { Demographics } from "@/server/gateways/demographics";
import { demographicsOf } from "@/server/gateways/demographics-of";
import { openEmailSender, type EmailSender } from "@/server/gateways/email";
import { openTextSender, type TextSender } from "@/server/gateways/text-message";
import type { PushSender } from "@/server/gateways/web-push";
import type { WebhookSender } from "@/server/gateways/webhook";
import { parseConfiguration, type Configuration } from "@/server/vocabulary/configuration";
import { webhookHosts } from "@/server/vocabulary/webhook-address";
import { proofDoor } from "@/server/vocabulary/delivery-proof";
import { assertVapidSubject } from "@/server/vocabulary/vapid-subject";

/** What jobs need: settings, pool, log, and the ways to push services and to demographics. */
export interface JobService {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly log: pino.Logger;
  readonly sender: PushSender;
  readonly demographics: Demographics;
  readonly webhooks: WebhookSender;
  /** Undefined where the channel is not set up. */
  readonly texts: TextSender | undefined;
  readonly mail: EmailSender | undefined;
}

export interface WorkerService extends JobService {
  readonly listener: Listener;
}

/** Makes the parts of a worker from the environment; throws with the name of a setting that is wrong. */
export function startWorkerService(environment: NodeJS.ProcessEnv): WorkerService {
  const configuration = parseConfiguration(environment);
  const sender = pushSender(configuration);
  const log = pino({ level: configuration.LOG_LEVEL, base: { process: "worker" } });
  const database = connectDatabase({
    url: configuration.DATABASE_URL,
    connections: configuration.DATABASE_CONNECTIONS,
  });

  const demographics = demographicsOf(configuration);

  return {
    configuration,
    sender,
    demographics,
    webhooks: webhookSender(configuration),
    texts: textSender(configuration),
    mail: emailSender(configuration),
    log,
    database,
    listener: openListener(configuration.DATABASE_URL, log),
  };
}

/** Who sends pushes, and to which services, as configured. */
export function pushSender(configuration: Configuration): PushSender {
  assertVapidSubject(configuration.VAPID_SUBJECT);
  const file = configuration.PUSH_CERTIFICATE_AUTHORITY_FILE;
  const ownDoor = proofDoor(configuration);

  return {
    vapid: {
      subject: configuration.VAPID_SUBJECT,
      publicKey: configuration.VAPID_PUBLIC_KEY,
      privateKey: configuration.VAPID_PRIVATE_KEY,
    },
    allowedHosts: configuration.PUSH_HOSTS,
    ...(ownDoor !== undefined && { ownDoor }),
    ...(file !== undefined && { extraCertificateAuthority: readFileSync(file, "utf8") }),
    timeoutMs: configuration.PUSH_TIMEOUT_MILLISECONDS,
  };
}

/** Which authorities' servers may be told, as configured. */
export function webhookSender(configuration: Configuration): WebhookSender {
  return { ...webhookHosts(configuration), timeoutMs: configuration.WEBHOOK_TIMEOUT_MILLISECONDS };
}

/** Who sends text messages, if that is set up. */
export function textSender(configuration: Configuration): TextSender | undefined {
  const { NOTIFY_URL, NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID, PUSH_TIMEOUT_MILLISECONDS } = configuration;
  if (NOTIFY_API_KEY === undefined || NOTIFY_TEMPLATE_ID === undefined) return undefined;
  return openTextSender({
    url: NOTIFY_URL,
    apiKey: NOTIFY_API_KEY,
    templateId: NOTIFY_TEMPLATE_ID,
    timeoutMs: PUSH_TIMEOUT_MILLISECONDS,
  });
}

/** Who sends e-mail, if that is set up. */
export function emailSender(configuration: Configuration): EmailSender | undefined {
  const { SMTP_URL, SMTP_FROM, PUSH_TIMEOUT_MILLISECONDS } = configuration;
  if (SMTP_URL === undefined || SMTP_FROM === undefined) return undefined;
  return openEmailSender({ url: SMTP_URL, from: SMTP_FROM, timeoutMs: PUSH_TIMEOUT_MILLISECONDS });
}
