import { expect } from "@playwright/test";
import { z } from "zod";
import { runSql } from "@/server/demo/postgres-databases";
import { alertEventKinds } from "@/server/vocabulary/alert-event";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { appointmentKinds, followUps } from "@/server/vocabulary/missed-appointment";
import { sexes } from "@/server/vocabulary/birth-report";
import { reviewDecisions } from "@/server/vocabulary/look-review";
import { noticePurposes } from "@/server/vocabulary/notice-purpose";
import { numberSources } from "@/server/vocabulary/number-source";
import { subscriptionContents } from "@/server/vocabulary/subscription";
import { webhookStates } from "@/server/vocabulary/webhook";
import { test } from "@/test/support/database";

const Definition = z.array(z.object({ definition: z.string() })).length(1);

for (const { constraint, words } of [
  { constraint: "notice_purpose_check", words: noticePurposes },
  { constraint: "alert_event_kind_check", words: alertEventKinds },
  { constraint: "alert_kind_check", words: AlertKind.options },
  { constraint: "missed_appointment_appointment_kind_check", words: appointmentKinds },
  { constraint: "missed_appointment_follow_up_check", words: followUps },
  { constraint: "birth_report_sex_check", words: sexes },
  { constraint: "lookup_number_source_check", words: numberSources },
  { constraint: "look_review_decision_check", words: reviewDecisions },
  { constraint: "webhook_state_check", words: webhookStates },
  { constraint: "webhook_content_check", words: subscriptionContents },
]) {
  test(`the database takes just the words that the service has: ${constraint}`, async ({ database }) => {
    const rows = await runSql(
      database.ownerUrl,
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = '${constraint}'`,
    );
    const [row] = Definition.parse(rows);
    const taken = [...(row?.definition ?? "").matchAll(/'([a-z-]+)'/g)].map(([, word]) => word);

    expect(taken.toSorted()).toEqual([...words].toSorted());
  });
}
