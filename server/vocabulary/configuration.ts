import { z } from "zod";
import { KNOWN_PUSH_HOSTS } from "@/server/vocabulary/push-endpoint";
import { assertVapidSubject } from "@/server/vocabulary/vapid-subject";

const minutes = (standard: number) => z.coerce.number().int().positive().max(10_080).default(standard);
const list = z.string().transform((text) => text.split(",").map((part) => part.trim()).filter((part) => part !== ""));
const base64Key = z.string().refine((text) => Buffer.from(text, "base64").length === 32, "needs 32 bytes as base64");

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
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "needs an address like postgresql://user:password@host/name"),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
  /** Where people reach the service; links in push messages begin with it. */
  NEXTAUTH_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32, "needs at least 32 characters, kept secret"),
  CARE_IDENTITY_ISSUER: z.url(),
  CARE_IDENTITY_CLIENT_ID: z.string().min(1),
  CARE_IDENTITY_CLIENT_SECRET: z.string().min(1),
  COUNCIL_ISSUER: z.url(),
  COUNCIL_CLIENT_ID: z.string().min(1),
  COUNCIL_CLIENT_SECRET: z.string().min(1),
  SESSION_IDLE_MINUTES_HEALTH: minutes(30),
  SESSION_IDLE_MINUTES_AUTHORITY: minutes(60),
  SESSION_ABSOLUTE_MINUTES: minutes(720),
  VAPID_SUBJECT: z.string().superRefine(refineVapidSubject),
  VAPID_PUBLIC_KEY: z.string().min(80),
  VAPID_PRIVATE_KEY: z.string().min(40),
  /** Hosts of push services that a subscription may name besides the well-known ones, comma separated. */
  PUSH_HOSTS: list.default([]).transform((hosts) => [...KNOWN_PUSH_HOSTS, ...hosts]),
  /** PEM file of an authority to trust besides the usual ones when sending pushes. */
  PUSH_CERTIFICATE_AUTHORITY_FILE: z.string().optional(),
  PUSH_TIMEOUT_MILLISECONDS: z.coerce.number().int().positive().default(10_000),
  /** Seals push subscriptions at rest. */
  DEVICE_KEY: base64Key,
  /** Signs push receipts. */
  RECEIPT_KEY: base64Key,
  LOOKUPS_PER_MINUTE: z.coerce.number().int().positive().default(20),
  /** Published sources differ (364 and 365 days; 28 days after the due date or after the end), hence settings. */
  ENDED_PLAN_VISIBLE_DAYS: z.coerce.number().int().nonnegative().default(365),
  UNBORN_PLAN_VISIBLE_DAYS: z.coerce.number().int().nonnegative().default(28),
  CARD_CLEARS_AFTER_MINUTES: minutes(30),
  /** How long the people on one rung have before the next is told. */
  RUNG_MINUTES: minutes(5),
  /** How long after the last rung the ladder starts again. */
  LADDER_AGAIN_MINUTES: minutes(15),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});
export type Configuration = Readonly<z.infer<typeof Configuration>>;

/**
 * Checks the environment. Throws one error that names every wrong or missing variable and what is expected; values
 * are never repeated, since some are secrets.
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = Configuration.safeParse(environment);
  if (parsed.success) return parsed.data;

  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return environment[name] === undefined ? `${name} is missing` : `${name} is wrong: ${issue.message}`;
  });
  throw new Error(`Lantern cannot start, its configuration is not right:\n- ${lines.join("\n- ")}\nSee docs/operations.md.`);
}
