import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { Grouping } from "@/server/domain/insight/scope";

const NamedGroup = z.object({ id: z.uuid(), name: z.string() });
export type NamedGroup = z.infer<typeof NamedGroup>;

/** Names of authorities, or of care settings with their organisation, in order of name. */
export async function nameGroups(
  work: Work,
  grouping: Grouping,
  ids: readonly string[],
): Promise<NamedGroup[]> {
  const rows: unknown =
    grouping === "authority"
      ? await work.tx.$queryRaw`
          select id, name from organisation where id = any (${[...ids]}::uuid[]) order by name`
      : await work.tx.$queryRaw`
          select care_setting.id, care_setting.name || ', ' || organisation.name as name
          from care_setting join organisation on organisation.id = care_setting.organisation_id
          where care_setting.id = any (${[...ids]}::uuid[]) order by name`;
  return z.array(NamedGroup).parse(rows);
}
