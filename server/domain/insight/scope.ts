import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { readBasis, type Basis, type Predecessor } from "@/server/domain/insight/read-basis";
import type { Actor, PersonActor } from "@/server/vocabulary/actor";
import { measures, type Measure } from "@/server/vocabulary/measure";
import type { Days } from "@/server/vocabulary/period";
import { Refusal } from "@/server/vocabulary/refusal";

/** By what the figures are broken down. */
export type Grouping = "authority" | "setting";

/** Which rows a role counts, and how. The views refuse everything else a second time. */
export interface Scope {
  readonly grouping: Grouping;
  readonly measures: readonly Measure[];
  /** Their alerts, a row for a day and organisation, packed: a subquery. */
  readonly alertDays: Prisma.Sql;
  /**
   * Their lookups by day as subqueries: by care setting, packed in the same way, and without settings by how they were asked and
   * answered, and when. Undefined for authorities, whose lookups are few and told by place.
   */
  readonly lookupDays: { readonly settings: Prisma.Sql; readonly kinds: Prisma.Sql } | undefined;
  /**
   * Their lookups as they were counted by day, as a subquery: one that told several of one's authorities is there once for
   * each, and first under one of them.
   */
  readonly lookupsCounted: Prisma.Sql;
  /** Whether the facts are theirs: of `lookup_fact` and `alert_fact`. */
  readonly isTheirs: Prisma.Sql;
  /** The same for `failed_lookup_fact`, whose rows belong to no authority. */
  readonly isTheirFailure: Prisma.Sql;
}

/**
 * An authority knows of a lookup only that it was told of one, always with the answer held: the other answers are no
 * measure of an authority.
 */
const authorityMeasures = measures.filter(
  (measure) => measure !== "held" && measure !== "none-held" && measure !== "could-not-check",
);

/** The scope of whoever asks, with the counts of what went before their organisations. */
export async function countedScope(work: Work): Promise<{ readonly scope: Scope; readonly basis: Basis }> {
  const basis = await readBasis(work);
  return { scope: scopeOf(work.actor, basis.predecessors), basis };
}

/**
 * The scope of whoever asks; those who count nothing are refused. Facts are one's own organisations' alone, counts those of
 * predecessors too where they are given.
 */
export function scopeOf(actor: Actor, predecessors: readonly Predecessor[] = []): Scope {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can read figures.");
  if (actor.role === "operator") {
    const ofService = kindsAsked(Prisma.sql`organisation_id is null`);
    return {
      grouping: "authority",
      measures,
      alertDays: Prisma.sql`(select null::uuid as organisation_id, * from alert_service_day)`,
      lookupDays: {
        settings: Prisma.sql`(select null::uuid as organisation_id, * from setting_service_day)`,
        kinds: ofService,
      },
      lookupsCounted: ofService,
      isTheirs: Prisma.sql`true`,
      isTheirFailure: Prisma.sql`true`,
    };
  }
  if (actor.role === "health-manager") {
    const ids = [actor.organisationId, ...predecessors.map(({ id }) => id)];
    const isTheirs = Prisma.sql`organisation_id = any (${ids}::uuid[])`;
    return {
      grouping: "setting",
      measures,
      alertDays: Prisma.sql`(select * from alert_organisation_day where ${isTheirs})`,
      lookupDays: {
        settings: Prisma.sql`(select * from setting_organisation_day where ${isTheirs})`,
        kinds: kindsAsked(isTheirs),
      },
      lookupsCounted: askedLookups(isTheirs),
      isTheirs,
      isTheirFailure: isTheirs,
    };
  }
  if (actor.role === "authority-manager") return authorityScope(actor, predecessors);
  throw new Refusal("not-permitted", "Your role does not allow this.");
}

/** By setting those of the whole service are in `setting_service_day`. */
function kindsAsked(isMeant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select day, null::uuid as care_setting_id, null::uuid as authority_id, channel, answer, cause, hours, lookups,
      true as is_first
    from asked_day where ${isMeant})`;
}

function askedLookups(isTheirs: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select day, organisation_id, care_setting_id, null::uuid as authority_id, channel, answer, cause, hours, lookups,
      true as is_first
    from lookup_day where ${isTheirs})`;
}

function authorityScope({ authorityIds }: PersonActor, predecessors: readonly Predecessor[]): Scope {
  const own = Prisma.sql`${[...authorityIds, ...predecessors.map(({ id }) => id)]}::uuid[]`;
  const told = Prisma.sql`(
    select day, organisation_id, care_setting_id, authority_id, channel, 'held' as answer, null::text as cause, hours,
      lookups, cardinality(told) = 1 or authority_id = (
        select own from unnest(told) with ordinality as all_told (own, place) where own = any (${own})
        order by place limit 1) as is_first
    from told_day where authority_id = any (${own}))`;
  return {
    // One authority's figures by authority would repeat the total; by setting they say who asks.
    grouping: authorityIds.length > 1 ? "authority" : "setting",
    measures: authorityMeasures,
    alertDays: Prisma.sql`(select * from alert_organisation_day where organisation_id = any (${own}))`,
    lookupDays: undefined,
    lookupsCounted: told,
    isTheirs: Prisma.sql`authority_id = any (${own})`,
    isTheirFailure: Prisma.sql`false`,
  };
}

/** That a row that was counted is of these days. */
export function isWithin({ from, to }: Days): Prisma.Sql {
  return Prisma.sql`day between ${from}::date and ${to}::date`;
}

/** The column whose value a fact is grouped by. */
export function groupColumn(grouping: Grouping): Prisma.Sql {
  return grouping === "authority" ? Prisma.sql`authority_id` : Prisma.sql`care_setting_id`;
}
