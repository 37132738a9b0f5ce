import type { Row } from "@/prisma/seed/owner-database";
import { demographicsDigest } from "@/server/domain/register/tracing/demographics-digest";

/** What a row of `subject` says of a person. */
export interface SeededSubject extends Row {
  readonly authority_id: string;
  readonly nhs_number: string;
  readonly family_name: string;
  readonly given_names: string;
  readonly date_of_birth: string;
  readonly superseded_by: string | null;
}

const dayMilliseconds = 86_400_000;

/** What demographics said about everybody in the register, learnt over the last 60 days: nobody has to be asked again. */
export function traceRows(subjects: readonly SeededSubject[], now: Date): Row[] {
  return subjects.map((subject, place) => ({
    authority_id: subject.authority_id,
    nhs_number: subject.nhs_number,
    asked: demographicsDigest({
      familyName: subject.family_name,
      givenNames: subject.given_names,
      dateOfBirth: subject.date_of_birth,
    }),
    traced_at: new Date(now.getTime() - (place % 60) * dayMilliseconds),
    row_answer: subject.superseded_by === null ? "CPR06" : "CPR05",
    suggestion: subject.superseded_by,
  }));
}
