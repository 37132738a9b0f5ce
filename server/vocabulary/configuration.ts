import { z } from "zod";
import { parsedJson } from "@/server/vocabulary/parsed-json";
import { KNOWN_PUSH_HOSTS } from "@/server/vocabulary/push-endpoint";
import { recordSystems } from "@/server/vocabulary/record-system";
import { endedPlanKeptDays } from "@/server/vocabulary/retention";
import { cdsClients, keysAddress, systemClients } from "@/server/vocabulary/system-clients";
import { assertVapidSubject } from "@/server/vocabulary/vapid-subject";

function whole(least: number, most: number) {
  const error = `needs a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

const minutes = (standard: number) => whole(1, 10_080).default(standard);
const address = z.url("needs an address like https://lantern.example");
const given = z.string().min(1, "needs the value that the issuer gave to Lantern");
const vapidKey = (length: number) =>
  z.string().min(length, "needs a key as web-push generate-vapid-keys prints it");
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const base64Key = z
  .string()
  .refine((text) => Buffer.from(text, "base64").length === 32, "needs 32 bytes as base64");

const PublicKey = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string().length(43) });
const SigningKeys = z.object({
  keys: z.tuple([PublicKey.extend({ d: z.string().length(43) })], PublicKey),
});

/** A JSON Web Key Set: the first key signs, further ones have signed before and may be public ones. */
const signingKeys = z.string().transform((text, context) => {
  const parsed = SigningKeys.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  context.addIssue({
    code: "custom",
    message: "needs a JSON Web Key Set whose first key is a private Ed25519 key",
  });
  return z.NEVER;
});

/** A time of day on a London clock, as minutes since midnight. */
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "needs a time such as 18:00")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Apple refuses a contact that is none, and only when a push is sent: hence checked at start. */
function refineVapidSubject(subject: string, context: z.RefinementCtx): void {
  try {
    assertVapidSubject(subject);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "is no contact" });
  }
}

/** Every setting of the service, read from the environment once at start. docs/operations.md explains each. */
const Configuration = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "needs an address like postgresql://user:password@host/name"),
  DATABASE_CONNECTIONS: whole(2, 200).default(16),
  /** Where people reach the service; links in push messages begin with it. */
  NEXTAUTH_URL: address,
  NEXTAUTH_SECRET: z.string().min(32, "needs at least 32 characters, kept secret"),
  CARE_IDENTITY_ISSUER: address,
  CARE_IDENTITY_CLIENT_ID: given,
  CARE_IDENTITY_CLIENT_SECRET: given,
  COUNCIL_ISSUER: address,
  COUNCIL_CLIENT_ID: given,
  COUNCIL_CLIENT_SECRET: given,
  /** Login hints that lead to the council's sign-in, comma separated: whole hints, or domains such as @leeds.gov.uk. */
  COUNCIL_LOGIN_HINTS: list.default([]),
  SESSION_IDLE_MINUTES_HEALTH: minutes(30),
  SESSION_IDLE_MINUTES_AUTHORITY: minutes(60),
  SESSION_ABSOLUTE_MINUTES: minutes(720),
  VAPID_SUBJECT: z.string().superRefine(refineVapidSubject),
  VAPID_PUBLIC_KEY: vapidKey(80),
  VAPID_PRIVATE_KEY: vapidKey(40),
  /** Hosts of push services that a subscription may name besides the well-known ones, comma separated. */
  PUSH_HOSTS: list.default([]).transform((hosts) => [...KNOWN_PUSH_HOSTS, ...hosts]),
  /** PEM file of an authority to trust besides the usual ones when sending pushes. */
  PUSH_CERTIFICATE_AUTHORITY_FILE: z.string().optional(),
  PUSH_TIMEOUT_MILLISECONDS: whole(1, 60_000).default(10_000),
  /** Where the worker reaches the web, if not under NEXTAUTH_URL: there the service pushes to itself, as a proof. */
  PROOF_URL: address.optional(),
  /** Text messages through GOV.UK Notify; without a key none are sent. */
  NOTIFY_URL: address.default("https://api.notifications.service.gov.uk"),
  NOTIFY_API_KEY: z.string().min(73, "needs the whole key as GOV.UK Notify shows it").optional(),
  NOTIFY_TEMPLATE_ID: z.uuid("needs the id of the template").optional(),
  /** The bearer token that GOV.UK Notify sends with its delivery reports. */
  NOTIFY_CALLBACK_TOKEN: z.string().min(16, "needs at least 16 characters, kept secret").optional(),
  /** E-mail; without an address of a server none is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "needs an address like smtps://user:password@mail.example")
    .optional(),
  SMTP_FROM: z.string().min(3, "needs the address that e-mail comes from").optional(),
  /** Seals addresses of devices at rest. */
  DEVICE_KEY: base64Key,
  /** Signs push receipts. */
  RECEIPT_KEY: base64Key,
  /** Sign the records of who looked that people take away. */
  RECORD_SIGNING_KEYS: signingKeys,
  LOOKUPS_PER_MINUTE: whole(1, 1_000_000).default(20),
  SEARCHES_PER_MINUTE: whole(1, 1_000_000).default(20),
  /** How long somebody who searches by name waits for demographics. */
  SEARCH_TIMEOUT_MILLISECONDS: whole(1, 60_000).default(8_000),
  /** Published sources differ (364 and 365 days; 28 days after the due date or after the end), hence settings. */
  /** No longer than the register keeps them. */
  ENDED_PLAN_VISIBLE_DAYS: whole(0, endedPlanKeptDays).default(365),
  UNBORN_PLAN_VISIBLE_DAYS: whole(0, endedPlanKeptDays).default(28),
  CARD_CLEARS_AFTER_MINUTES: minutes(30),
  /** How long the people on one rung have before the next is told. */
  RUNG_MINUTES: minutes(5),
  /** How long a person's devices have to show a notice before they are told by the next channel. */
  SHOWN_SECONDS: whole(5, 3_600).default(45),
  /** Whoever's shift ends stays on call for so long beside whoever begins. */
  HANDOVER_OVERLAP_MINUTES: whole(0, 120).default(15),
  /** How long after the last rung the ladder starts again. */
  LADDER_AGAIN_MINUTES: minutes(15),
  /** When in the evening it is looked whether everybody on the next day's rota can be reached. */
  REACH_CHECK_AT: timeOfDay.prefault("18:00"),
  /** And how long before somebody begins or ends. */
  REACH_BEFORE_SHIFT_MINUTES: whole(5, 720).default(60),
  /** A phone that has shown nothing for longer is not counted on. */
  REACH_PROVEN_DAYS: whole(1, 365).default(30),
  /** Nor one on which Lantern was not opened for longer. */
  REACH_REPORTED_DAYS: whole(1, 365).default(30),
  /** How many days ahead gaps in a rota are told. */
  REACH_GAP_DAYS: whole(1, 28).default(7),
  /** The FHIR address of demographics (PDS), without a slash at the end. */
  DEMOGRAPHICS_URL: address,
  DEMOGRAPHICS_TOKEN_URL: address,
  DEMOGRAPHICS_CLIENT_ID: z.string().min(1, "needs the key that demographics gave to Lantern's application"),
  DEMOGRAPHICS_KEY_ID: z.string().min(1, "needs the name under which the public key is registered"),
  /** PEM file of the private key that signs for a token. */
  DEMOGRAPHICS_PRIVATE_KEY_FILE: z.string().min(1, "needs the path of a PEM file"),
  DEMOGRAPHICS_PER_SECOND: whole(1, 10_000).default(5),
  DEMOGRAPHICS_TIMEOUT_MILLISECONDS: whole(1, 60_000).default(10_000),
  /** A person who was traced longer ago is traced again. */
  TRACE_AGAIN_DAYS: whole(1, 3_650).default(90),
  /** How long the door lets an authority's system wait for the answer to its list. */
  FEED_DOOR_WAIT_SECONDS: whole(0, 120).default(20),
  /** A folder in which authorities' systems leave lists, if there is one: `in`, `out`, `done` and `failed`. */
  FEED_INBOX_DIR: z.string().min(1).optional(),
  /** An unattended list that would end, delete or reject more than this share waits for a person… */
  BRAKE_PERCENT: whole(1, 100).default(20),
  /** …if it is at least so many. */
  BRAKE_LEAST: whole(1, 100_000).default(10),
  /** Who signs the tokens of people who work in other systems; without it the door for systems is shut. */
  SYSTEMS_ISSUER: z.string().min(1).optional(),
  /** Where that issuer's public keys are. */
  SYSTEMS_KEYS_URL: keysAddress.optional(),
  /** What those tokens name as their audience. */
  SYSTEMS_AUDIENCE: z.string().min(1).optional(),
  /** In which setting a system asks that does not say it, comma separated: `client id=name of the setting`. */
  SYSTEMS_CARE_SETTINGS: list.default([]),
  /** An issuer's keys are not fetched again within so many seconds, whatever key a token names. */
  ISSUER_KEYS_WAIT_SECONDS: whole(0, 600).default(5),
  /** Hosts at which authorities' case systems may be told of notices, comma separated; without any, nobody is. */
  WEBHOOK_HOSTS: list.default([]),
  WEBHOOK_TIMEOUT_MILLISECONDS: whole(1, 60_000).default(10_000),
  /** For the demo and the tests: a host may be this machine itself, also without TLS. */
  WEBHOOK_LOOPBACK: z.enum(["refused", "allowed"], 'needs "refused" or "allowed"').default("refused"),
  CDS_CLIENTS: cdsClients.prefault("[]"),
  SYSTEM_CLIENTS: systemClients.prefault("[]"),
  RECORD_SYSTEMS: recordSystems.prefault("[]"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});
export type Configuration = Readonly<z.infer<typeof Configuration>>;

/**
 * Checks the environment. Throws one error that names every wrong or missing variable and what is expected; values
 * are never repeated, since some are secrets.
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = Configuration.safeParse(environment);
  const lines = parsed.success
    ? halfOfDoor(parsed.data)
    : new Set(parsed.error.issues.map(({ path, message }) => lineOf(String(path[0]), message, environment)));
  if (parsed.success && lines.size === 0) return parsed.data;

  throw new Error(
    `Lantern cannot start, its configuration is not right:\n- ${[...lines].join("\n- ")}\nSee docs/operations.md.`,
  );
}

const ofDoor = ["SYSTEMS_ISSUER", "SYSTEMS_KEYS_URL", "SYSTEMS_AUDIENCE"] as const;

/** The door for systems is open or shut, never left ajar by a setting that somebody forgot. */
function halfOfDoor(configuration: Configuration): ReadonlySet<string> {
  const missing = ofDoor.filter((name) => configuration[name] === undefined);
  const isHalf = missing.length > 0 && missing.length < ofDoor.length;
  const words = `${ofDoor.join(", ")} belong together. Set all of them, or none.`;
  return new Set(isHalf ? missing.map((name) => `${name} is missing: ${words}`) : []);
}

function lineOf(
  name: string,
  message: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  if (environment[name] !== undefined) return `${name} is wrong: ${message}`;

  // What is expected is said by the complaint about an empty value.
  const { error } = Configuration.safeParse({ [name]: "" });
  return `${name} is missing: ${error?.issues.find(({ path }) => path[0] === name)?.message ?? "needs a value"}`;
}
