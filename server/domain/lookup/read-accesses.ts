import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { roles } from "@/server/vocabulary/permission";

const Access = z.object({
  id: z.uuid(),
  attendedAt: z.date(),
  personName: z.string(),
  role: z.enum(roles),
  organisationCode: z.string(),
  organisationName: z.string(),
  careSettingName: z.string(),
});
export type Access = Readonly<z.infer<typeof Access>>;

const most = 25;

/**
 * Who looked at this child from unscheduled care, the newest first and at most 25: for the transaction that has just
 * asked about the child, so the asker's own look is among them.
 */
export async function readAccesses({ tx }: Work, nhsNumber: NhsNumber): Promise<readonly Access[]> {
  const rows: unknown = await tx.$queryRaw`
    select a.id, a.attended_at as "attendedAt", p.name as "personName", a.role, o.code as "organisationCode",
      o.name as "organisationName", c.name as "careSettingName"
    from attendance a join person p on p.id = a.person_id join organisation o on o.id = a.organisation_id
      join care_setting c on c.id = a.care_setting_id
    where a.nhs_number = ${nhsNumber}::char(10)
    order by a.attended_at desc, a.id desc limit ${most}`;
  return z.array(Access).parse(rows);
}
