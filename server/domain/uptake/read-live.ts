import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId } from "@/server/vocabulary/ids";

const Row = z.object({
  authorityId: OrganisationId,
  name: z.string(),
  region: z.string(),
  hasList: z.boolean(),
  firstListAt: z.date().nullable(),
  hasRota: z.boolean(),
});

/** Whether an authority takes part: its children can be found once a list is loaded, somebody is told once there is a rota. */
export type Live = Readonly<z.infer<typeof Row>>;

/** Of these authorities, by name; of all there are where none are named. One that became part of another takes part no more. */
export async function readLive(
  { tx, now }: Work,
  authorityIds: readonly OrganisationId[] | "all",
): Promise<readonly Live[]> {
  const [isAll, ids] = authorityIds === "all" ? [true, []] : [false, [...authorityIds]];
  // The days at which the rota is looked at are those of the page on tonight; older shifts have ended.
  const rows: unknown = await tx.$queryRaw`
    select authority.id as "authorityId", authority.name, region, last_received_at is not null as "hasList",
      (select received_at from list_fact where list_fact.authority_id = authority.id
        order by received_at limit 1) as "firstListAt",
      exists (select 1 from duty_team_authority served join shift on shift.duty_team_id = served.duty_team_id
        where served.authority_id = authority.id and cancelled_at is null
          and starts_at > ${now}::timestamptz - interval '90 days'
          and starts_at < ${now}::timestamptz + interval '14 days'
          and ends_at > ${now}::timestamptz - interval '1 day')
      or exists (select 1 from duty_team_authority served join shift_pattern on shift_pattern.duty_team_id = served.duty_team_id
        where served.authority_id = authority.id and first_on < ${now}::timestamptz + interval '14 days'
          and (last_on is null or last_on > ${now}::timestamptz - interval '1 day')) as "hasRota"
    from organisation authority left join register_state on register_state.authority_id = authority.id
    where authority.kind = 'authority' and (${isAll}::boolean or authority.id = any (${ids}::uuid[]))
      and not exists (select from organisation_succession where predecessor_id = authority.id and since <= (${now}::timestamptz at time zone 'Europe/London')::date)
    order by authority.name, authority.id`;
  return z.array(Row).parse(rows);
}
