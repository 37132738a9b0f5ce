import { z } from "zod";
import type { Work } from "@/server/db/work";
import { answerKinds } from "@/server/vocabulary/answer";
import { IncidentJson, incidentColumns, incidentJson } from "@/server/domain/incident/find-incidents";
import type { LookupRequest } from "@/server/vocabulary/lookup-request";
import { LookupId, OrganisationId } from "@/server/vocabulary/ids";
import { planKinds } from "@/server/vocabulary/plan-kind";

const instant = z.string().transform((text) => new Date(text));

const RegisterRow = z.object({
  subject_id: z.uuid(),
  authority_id: OrganisationId,
  authority_name: z.string(),
  nhs_number: z.string(),
  /** Asked about, or entered, under a number that another has replaced. */
  is_number_replaced: z.boolean(),
  family_name: z.string(),
  given_names: z.string(),
  date_of_birth: z.string(),
  office_number: z.string(),
  office_opens_at: z.number(),
  office_closes_at: z.number(),
  friday_closes_at: z.number(),
  emergency_number: z.string(),
  emergency_team: z.string(),
  last_received_at: instant.nullable(),
  plans: z.array(
    z.object({
      kind: z.enum(planKinds),
      start_on: z.string(),
      end_on: z.string().nullable(),
      deleted_on: z.string().nullable(),
      due_on: z.string().nullable(),
      is_child_awaited: z.boolean(),
    }),
  ),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

const AttendanceRow = z.object({
  attended_at: instant,
  organisation_name: z.string(),
  care_setting_name: z.string(),
  role: z.string(),
  reason: z.string().nullable(),
});
export type AttendanceRow = z.infer<typeof AttendanceRow>;

const BeforeAnswer = z.object({
  /** The lookup that this request already is, if it was sent before. */
  repeated: z
    .object({
      id: LookupId,
      nhs_number: z.string(),
      answer: z.enum(answerKinds),
      asked_at: instant,
      incident: IncidentJson.nullable(),
    })
    .nullable(),
  /** The incidents that the question may belong to. */
  asked_incident: IncidentJson.nullable(),
  numbered_incident: IncidentJson.nullable(),
  recently_asked_at: z.array(instant),
  register: z.array(RegisterRow),
  attendances: z.array(AttendanceRow),
  lists: z.number(),
  stale_lists: z.number(),
});
export type BeforeAnswer = z.infer<typeof BeforeAnswer>;

type Question = Pick<LookupRequest, "nhsNumber" | "incident"> & {
  readonly requestId: string;
  readonly personId: string;
};

/**
 * Everything that an answer depends on, in one round trip: the same question asked before, the incident that it may
 * belong to, the person's lookups of the last minute, the register's rows for this number and for every one that it has
 * replaced or was replaced by, the last 25 attendances but for that of this very question, and of how many authorities the
 * lists are older than two days or never came. Throws where an authority that knows the child has no telephone numbers.
 */
export async function readBeforeAnswer(
  work: Work,
  { personId, requestId, nhsNumber, incident }: Question,
): Promise<BeforeAnswer> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select
      (select json_build_object('id', id, 'nhs_number', nhs_number, 'answer', answer, 'asked_at', asked_at,
          'incident', (select ${incidentJson} from incident where incident.id = lookup.incident_id))
        from lookup
        where person_id = ${personId}::uuid and request_id = ${requestId}::uuid) as repeated,
      ${incidentColumns(work, incident)},
      (select coalesce(json_agg(asked_at), '[]') from lookup
        where person_id = ${personId}::uuid and asked_at > ${work.now}::timestamptz - interval '1 minute'
      ) as recently_asked_at,
      (select coalesce(json_agg(held), '[]') from (
        select s.id as subject_id, s.authority_id, o.name as authority_name, s.nhs_number,
          s.superseded_by is not null or s.nhs_number <> ${nhsNumber}::char(10) as is_number_replaced,
          s.family_name, s.given_names, s.date_of_birth, c.office_number, c.office_opens_at, c.office_closes_at,
          c.friday_closes_at, c.emergency_number, c.emergency_team, r.last_received_at,
          (select coalesce(json_agg(json_build_object('kind', p.kind, 'start_on', p.start_on, 'end_on', p.end_on,
            'deleted_on', p.deleted_on, 'due_on', p.due_on, 'is_child_awaited', exists (
              select from birth_question b where b.plan_id = p.id and b.answer is null)) order by p.start_on desc), '[]')
            from plan p where p.subject_id = s.id) as plans
        from subject s
          join organisation o on o.id = s.authority_id
          left join authority_contact c on c.authority_id = s.authority_id
          left join register_state r on r.authority_id = s.authority_id
        where s.nhs_number = any ((select lantern_numbers_of_asked())::char(10)[])
        order by o.name) held) as register,
      (select coalesce(json_agg(seen), '[]') from (
        select a.attended_at, o.name as organisation_name, c.name as care_setting_name, a.role, a.reason
        from attendance a join organisation o on o.id = a.organisation_id join care_setting c on c.id = a.care_setting_id
        where a.nhs_number = ${nhsNumber}::char(10)
          and a.lookup_id is distinct from
            (select id from lookup where person_id = ${personId}::uuid and request_id = ${requestId}::uuid)
        order by a.attended_at desc limit 25) seen) as attendances,
      lists, stale_lists
    from (select count(*)::int as lists, (count(*) filter (where last_received_at is null
          or last_received_at < ${work.now}::timestamptz - interval '2 days'))::int as stale_lists
        from organisation left join register_state on register_state.authority_id = organisation.id
        where organisation.kind = 'authority' and not exists (select from organisation_succession
          where predecessor_id = organisation.id
            and since <= (${work.now}::timestamptz at time zone 'Europe/London')::date)) every_authority`;

  refuseWithoutNumbers(rows[0]);
  return BeforeAnswer.parse(rows[0]);
}

const Entries = z.object({
  register: z.array(z.object({ authority_id: z.string(), emergency_number: z.string().nullable() })),
});

/** Whoever is known to an authority of which no number is on record is never "none held": that could not be checked. */
function refuseWithoutNumbers(row: unknown): void {
  const { register } = Entries.parse(row);
  const silent = register.find(({ emergency_number }) => emergency_number === null);
  if (silent === undefined) return;
  throw new Error(
    `Authority ${silent.authority_id} has no telephone numbers: enter them (authority_contact).`,
  );
}
