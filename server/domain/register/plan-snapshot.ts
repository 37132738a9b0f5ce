import { Prisma } from "@/server/db/generated/client";

/** A plan and its person as one JSON value, in the shape in which changes keep what was before. */
export const planSnapshot = Prisma.sql`jsonb_build_object('planId', plan.id, 'nhsNumber', subject.nhs_number,
  'familyName', family_name, 'givenNames', given_names, 'dateOfBirth', date_of_birth, 'supersededBy', superseded_by,
  'localId', local_id, 'kind', plan.kind, 'startOn', start_on, 'endOn', end_on, 'deletedOn', deleted_on,
  'dueOn', due_on, 'isMissing', missing_from_feed_id is not null, 'isKept', kept_at is not null,
  'isTold', told_at is not null)`;
