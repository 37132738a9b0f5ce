import type { Database } from "@/server/db/client";
import { Prisma } from "@/server/db/generated/client";
import type { Actor } from "@/server/vocabulary/actor";

export type Tx = Prisma.TransactionClient;

/** What every use case is given: in which transaction, on whose behalf, at what time. */
export interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
}

export interface Occasion {
  readonly actor: Actor;
  readonly now: Date;
  /** For figures: each statement is planned for the values that it is asked with. */
  readonly plansAnew?: boolean;
}

/**
 * Runs one use case in one transaction: all of it is committed, or, if it throws, none. The first statement tells
 * PostgreSQL on whose behalf the transaction runs; row-level security refuses everything else.
 */
export function withWork<Result>(
  database: Database,
  { actor, now, plansAnew = false }: Occasion,
  useCase: (work: Work) => Promise<Result>,
): Promise<Result> {
  return database.$transaction(async (tx) => {
    await actFor(tx, actor, plansAnew ? planAnew : undefined);
    return useCase({ tx, actor, now });
  });
}

/** The one person whom this transaction asks about; health staff can read no other rows of the register. */
export async function askAbout(work: Work, nhsNumber: string): Promise<void> {
  await work.tx.$queryRaw`select set_config('lantern.asked_number', ${nhsNumber}, true)`;
}

/**
 * As `askAbout`; and from here on each statement of this transaction is planned once on a connection, by indexes and row by
 * row, for whatever values and however many rows there were then. For transactions about one person. PostgreSQL by itself
 * plans these anew each time, since it reckons with more rows than one person has, and planning an answer takes seven times
 * as long as giving it; a plan that was kept from when tables were small would read them whole later.
 */
export async function askAboutByKeptPlans(work: Work, nhsNumber: string): Promise<void> {
  await work.tx.$queryRaw`select set_config('lantern.asked_number', ${nhsNumber}, true),
    set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`;
}

/**
 * Each statement of a transaction is planned for the values that it is asked with. The plan that is kept
 * for any values reads everybody's rows where one organisation's year is wanted, which takes longer than planning anew. Nor is
 * a page that is read by an index as dear as PostgreSQL takes it to be, which thinks of disks that turn. Each statement keeps
 * to one processor: the others are whoever's who looks a child up.
 */
const planAnew = Prisma.sql`set_config('plan_cache_mode', 'force_custom_plan', true),
  set_config('random_page_cost', '1.1', true), set_config('max_parallel_workers_per_gather', '0', true)`;

/** Tells PostgreSQL on whose behalf this transaction runs, and sets what else there is to set, in one round trip. */
export async function actFor(tx: Tx, actor: Actor, alsoSet?: Prisma.Sql): Promise<void> {
  const also = alsoSet ? Prisma.sql`, ${alsoSet}` : Prisma.empty;
  if (actor.kind === "system") {
    await tx.$queryRaw`select set_config('lantern.system', ${actor.name}, true)${also}`;
    return;
  }
  await tx.$queryRaw`select
    set_config('lantern.person', ${actor.personId}, true),
    set_config('lantern.organisation', ${actor.organisationId}, true),
    set_config('lantern.role', ${actor.role}, true),
    set_config('lantern.authorities', ${`{${actor.authorityIds.join(",")}}`}, true)${also}`;
}
