import { z } from "zod";
import type { Work } from "@/server/db/work";
import { none } from "@/server/domain/insight/packed/unpack";
import type { Grouping } from "@/server/domain/insight/scope";

/** A group as it was counted: the code of its id among the words of packed days, or its id. */
export type GroupKey = number | string;

const NamedGroup = z.object({ id: z.uuid(), name: z.string(), code: z.number().nullable() });
const NamedGroups = z.array(NamedGroup);

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
}

/**
 * Authorities, or care settings with their organisation, by what they were counted under, in order of name. One that was counted
 * under both its code and its id is there twice; `none`, and what has no name that one may read, is not there.
 */
export async function nameGroups(
  { tx }: Work,
  grouping: Grouping,
  keys: Iterable<GroupKey>,
): Promise<ReadonlyMap<GroupKey, NamedGroup>> {
  const asked = [...keys];
  const ids = asked.filter((key) => typeof key === "string");
  const codes = asked.filter((key) => typeof key === "number" && key !== none);
  if (ids.length + codes.length === 0) return new Map();
  const rows: unknown =
    grouping === "authority"
      ? await tx.$queryRaw`
          select asked.id, name, asked.code from organisation join (
            select id, null::int as code from unnest(${ids}::uuid[]) id
            union all select word::uuid, code from figure_word where code = any (${codes}::int[])) asked using (id)
          order by 2, 1`
      : await tx.$queryRaw`
          select asked.id, care_setting.name || ', ' || organisation.name as name, asked.code
          from care_setting join (
              select id, null::int as code from unnest(${ids}::uuid[]) id
              union all select word::uuid, code from figure_word where code = any (${codes}::int[])) asked using (id)
            join organisation on organisation.id = care_setting.organisation_id
          order by 2, 1`;
  return new Map(NamedGroups.parse(rows).map(({ id, name, code }) => [code ?? id, { id, name }]));
}
