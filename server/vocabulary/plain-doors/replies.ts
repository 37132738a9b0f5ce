import { z } from "zod";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { alertStages } from "@/server/vocabulary/alert-stage";
import { fileAnswers, rowAnswers } from "@/server/vocabulary/feed-answer";
import { feedStates } from "@/server/vocabulary/feed-state";
import { planKinds } from "@/server/vocabulary/plan-kind";
import { toldEventKinds } from "@/server/vocabulary/webhook";

// What the plain JSON doors answer, word for word: the replies are typed by these, and the document of the doors
// (`/api/docs`) is made from them.

const day = z.iso.date().describe("A day, as 2026-11-23.");
const count = z.int().min(0);

/** A problem as RFC 9457 writes it. */
export const Problem = z
  .strictObject({
    status: z.int(),
    title: z.string(),
    detail: z.string().describe("What is wrong, and what to do."),
    fileAnswer: z
      .enum(fileAnswers)
      .optional()
      .describe("The national answer to the file, where there is one."),
  })
  .describe("What was refused or failed, for a person to read.");

const RowProblem = z.strictObject({
  row: z.int().describe("The row of the file; the header is row 1."),
  rowAnswer: z.enum(rowAnswers).describe("The national answer to the row."),
  column: z.string(),
  value: z.string(),
  problem: z.string(),
  suggestion: z.string().optional().describe("The number that demographics would offer instead."),
  loaded: z.literal(true).optional().describe("The row was loaded all the same."),
});

const MissingPlan = z.strictObject({
  nhsNumber: z.string(),
  localId: z.string(),
  kind: z.enum(planKinds),
  startOn: day,
});

/** What became of a list or of one plan that was sent, or how far it is. Rows that are not named were loaded. */
export const DeliveryReply = z
  .strictObject({
    authority: z.string().describe("The authority's GSS code."),
    sequence: z.int().optional().describe("The number of the list; none for one plan that was told."),
    state: z.enum(feedStates).describe("`applied` is final; see docs/feeds.md for the others."),
    fileAnswer: z
      .enum(fileAnswers)
      .nullable()
      .describe("The national answer to the file; null until it is known."),
    meaning: z.string().describe("The same in words."),
    receivedAt: z.iso.datetime(),
    repeat: z.boolean().describe("The same bytes had come before: nothing was done twice."),
    sequenceGap: count.describe("How many numbers were left out before this one."),
    counts: z
      .strictObject({
        rows: count,
        rejected: count,
        loaded: count,
        added: count,
        changed: count,
        ended: count,
        deleted: count,
        unchanged: count,
        missing: count,
      })
      .describe("In rows, and in plans of the register that they change."),
    notes: z.array(z.string()),
    rows: z.array(RowProblem).describe("Rows with a problem."),
    missing: z
      .array(MissingPlan)
      .describe("Plans of the register that the list left out. They stay in force."),
  })
  .describe("What became of a delivery, or how far it is.");

const OwnPlan = z.strictObject({
  id: z.uuid(),
  nhs_number: z.string(),
  superseded_by: z.string().nullable(),
  family_name: z.string(),
  given_names: z.string(),
  date_of_birth: day,
  local_id: z.string().describe("Your own reference of the case."),
  plan_type: z.string().describe("As in the list: CPP, LAC or UCPP."),
  start_date: day,
  end_date: day.nullable(),
  delete_date: day.nullable(),
  due_date: day.nullable(),
  missing_from_list: z.boolean().describe("The newest list left it out; it stays in force all the same."),
});

/** One page of what the register holds of an authority. */
export const PlansReply = z
  .strictObject({
    authority: z.string().describe("The authority's GSS code."),
    plans: z.array(OwnPlan),
    next: z.uuid().nullable().describe("Ask on with `after`; null on the last page."),
  })
  .describe("One page of what the register holds of the authority, ended and deleted plans too.");

const Notice = z.strictObject({
  number: z.int().min(1).describe("The number of the event, without gaps."),
  kind: z.enum(toldEventKinds).describe("What happened."),
  at: z.iso.datetime(),
  reference: z.string().describe("The short code of the alert, which people say on the telephone."),
  nhsNumber: z.string(),
  lookedAt: z.iso.datetime(),
  organisation: z.string(),
  setting: z.string(),
  callBackNumber: z.string().nullable(),
  noticeKind: AlertKind.describe("Why the authority is told."),
  noticeAt: z.iso.datetime(),
  state: z.enum(alertStages).describe("How far the alert has come now."),
});

/** One page of what an authority's case system was or is to be told of. */
export const NoticesReply = z
  .strictObject({
    authority: z.string().describe("The authority's GSS code."),
    notices: z.array(Notice),
    hasMore: z.boolean().describe("Ask on with `after`, the last number of this page."),
  })
  .describe("One page of events, by number.");

/** The public directory of duty teams. */
export const DirectoryReply = z
  .strictObject({
    asAt: z.iso.datetime(),
    authorities: z.array(
      z.strictObject({
        gssCode: z.string(),
        name: z.string(),
        region: z.string(),
        officeNumber: z.string(),
        officeHours: z.string(),
        emergencyNumber: z.string().describe("Out of hours."),
      }),
    ),
  })
  .describe("The telephone numbers of every authority's duty team.");
