import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { formatLondonDate, londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

/** One organisation became part of another, or has another code, from a day on. */
export interface Succession {
  readonly predecessorCode: string;
  readonly successorCode: string;
  readonly since: LondonDate;
}

/**
 * States that one organisation followed another: managers of the one that follows see the counts of the other from then on,
 * and nothing else of it. Refuses what cannot be, and a day that is still to come. On record.
 */
export async function stateSuccession(work: Work, succession: Succession): Promise<void> {
  const { predecessorCode, successorCode, since } = succession;
  const predecessor = await findOrganisation(work, predecessorCode);
  const successor = await findOrganisation(work, successorCode);
  if (predecessor.kind !== successor.kind) {
    throw new Refusal(
      "invalid",
      "An authority follows an authority, a health organisation a health organisation.",
    );
  }
  if (since > londonDate(work.now)) {
    throw new Refusal(
      "invalid",
      `State it on ${formatLondonDate(since)} or later: until then both are there.`,
    );
  }
  if (await goesBefore(work, { first: predecessor.id, last: successor.id })) {
    throw new Refusal("invalid", `${successorCode} went before ${predecessorCode}, or is the same.`);
  }
  const added = await work.tx.$executeRaw`
    insert into organisation_succession (predecessor_id, successor_id, since, stated_at)
    values (${predecessor.id}::uuid, ${successor.id}::uuid, ${since}::date, ${work.now})
    on conflict do nothing`;
  if (added === 0) {
    const stated = await statedOf(work, predecessor.id);
    throw new Refusal(
      "invalid",
      `It is stated already: ${predecessorCode} was followed by ${stated.code} on ${formatLondonDate(stated.since)}. If that is wrong, take it back first.`,
    );
  }
  await recordAudit(work, {
    action: "organisation:follow",
    outcome: "done",
    detail: `${predecessorCode} was followed by ${successorCode} on ${since}`,
  });
}

/** Takes back what was stated of this organisation: its counts are its own again. On record. */
export async function takeSuccessionBack(work: Work, predecessorCode: string): Promise<void> {
  const predecessor = await findOrganisation(work, predecessorCode);
  const removed = await work.tx.$executeRaw`
    delete from organisation_succession where predecessor_id = ${predecessor.id}::uuid`;
  if (removed === 0) throw new Refusal("invalid", `Nothing is stated of who followed ${predecessorCode}.`);
  await recordAudit(work, {
    action: "organisation:follow",
    outcome: "done",
    detail: `took back who followed ${predecessorCode}`,
  });
}

const Organisation = z.object({ id: z.uuid(), kind: z.string() });

async function findOrganisation({ tx }: Work, code: string): Promise<z.infer<typeof Organisation>> {
  const rows: unknown[] = await tx.$queryRaw`select id, kind from organisation where code = ${code}`;
  if (rows[0] === undefined) throw new Refusal("invalid", `There is no organisation with the code ${code}.`);
  return Organisation.parse(rows[0]);
}

const Stated = z.tuple([z.object({ code: z.string(), since: z.iso.date() })]);

async function statedOf({ tx }: Work, predecessorId: string): Promise<z.infer<typeof Stated>[0]> {
  const rows: unknown = await tx.$queryRaw`
    select code, since::text from organisation_succession join organisation on organisation.id = successor_id
    where predecessor_id = ${predecessorId}::uuid`;
  return Stated.parse(rows)[0];
}

const Answer = z.tuple([z.object({ goes: z.boolean() })]);

async function goesBefore(
  { tx }: Work,
  { first, last }: { readonly first: string; readonly last: string },
): Promise<boolean> {
  const rows: unknown = await tx.$queryRaw`
    select ${last}::uuid = any (lantern_counted_with(array[${first}::uuid])) as goes`;
  return Answer.parse(rows)[0].goes;
}
