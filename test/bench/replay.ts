import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { Statement } from "@/test/bench/record-statements";

/** The project's statements are named, hence planned once; the floor's too. */
const name = (text: string) => `floor_${createHash("sha1").update(text).digest("hex").slice(0, 20)}`;

/** Values of the recorded question, and what stands for them this time. */
export type Replacements = Map<string, string>;

/**
 * Runs recorded statements in one transaction with a bare client. Values of the recorded question are replaced by this
 * one's; identifiers that the database made then are replaced by those that it makes now.
 */
export async function replay(
  client: pg.PoolClient,
  statements: readonly Statement[],
  known: Replacements,
): Promise<void> {
  await client.query("begin");
  try {
    for (const { text, values, rows } of statements) {
      const result = await client.query<Record<string, unknown>>({
        name: name(text),
        text,
        values: replaced(values, known),
      });
      rows.forEach((row, index) => {
        learn(row, result.rows[index] ?? {}, known);
      });
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const alertReference = /^[0-9A-HJ-NP-Z]{5,7}$/;

function replaced(values: readonly unknown[], known: Replacements): unknown[] {
  return values.map((value) => {
    if (Array.isArray(value)) return replaced(value, known);
    if (typeof value !== "string") return value;
    // References are unique: each alert needs one of its own.
    if (alertReference.test(value)) return randomUUID().slice(0, 8).toUpperCase();
    return known.get(value) ?? value.replace(uuids, (id) => known.get(id) ?? id);
  });
}

/** Pairs what a statement gave when it was recorded with what it gives now, through nested JSON too. */
function learn(recorded: unknown, now: unknown, known: Replacements): void {
  if (typeof recorded === "string" && typeof now === "string") {
    known.set(recorded, now);
  } else if (isNested(recorded) && isNested(now)) {
    for (const [name, value] of Object.entries(recorded)) learn(value, now[name], known);
  }
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
