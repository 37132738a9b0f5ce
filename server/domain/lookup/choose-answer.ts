import { isOfficeOpen, numberNow, type AuthorityNumbers } from "@/server/domain/directory/number-now";
import type { BeforeAnswer, RegisterRow } from "@/server/domain/lookup/read-before-answer";
import { planVisibility, type PlanVisibilitySettings } from "@/server/domain/register/visible-plan";
import { londonDate } from "@/server/vocabulary/london-time";
import type { EarlierAttendance, RegisterEntry } from "@/server/vocabulary/result-card";

export type Answer =
  | {
      readonly answer: "held";
      readonly entries: RegisterEntry[];
      readonly attendances: EarlierAttendance[];
      /** Whom to tell: one subject for each authority. */
      readonly subjects: { readonly subjectId: string; readonly authorityId: RegisterEntry["authorityId"] }[];
    }
  | {
      readonly answer: "none-held";
      readonly freshness: { readonly staleLists: number; readonly lists: number };
    };

/** What the register's rows answer at this instant: held if any plan may be shown, else none held. Pure. */
export function chooseAnswer(found: BeforeAnswer, settings: PlanVisibilitySettings, now: Date): Answer {
  const shown = found.register.flatMap((row) => {
    const plans = visiblePlans(row, settings, now);
    return plans.length === 0 ? [] : [{ row, entry: entryOf(row, plans, now) }];
  });

  if (shown.length === 0) {
    return { answer: "none-held", freshness: { staleLists: found.stale_lists, lists: found.lists } };
  }
  return {
    answer: "held",
    entries: shown.map(({ entry }) => entry),
    attendances: found.attendances.map((row) => ({
      attendedAt: row.attended_at,
      organisationName: row.organisation_name,
      careSettingName: row.care_setting_name,
      role: row.role,
      reason: row.reason,
    })),
    subjects: onePerAuthority(shown),
  };
}

function visiblePlans(row: RegisterRow, settings: PlanVisibilitySettings, now: Date): RegisterEntry["plans"] {
  const today = londonDate(now);
  return row.plans.flatMap((plan) => {
    const dates = { startOn: plan.start_on, endOn: plan.end_on, dueOn: plan.due_on };
    const visibility = planVisibility(
      { kind: plan.kind, ...dates, deletedOn: plan.deleted_on, isChildAwaited: plan.is_child_awaited },
      today,
      settings,
    );
    return visibility.isVisible ? [{ kind: plan.kind, state: visibility.state, ...dates }] : [];
  });
}

function entryOf(row: RegisterRow, plans: RegisterEntry["plans"], now: Date): RegisterEntry {
  const contact = contactOf(row);
  return {
    authorityId: row.authority_id,
    authorityName: row.authority_name,
    familyName: row.family_name,
    givenNames: row.given_names,
    dateOfBirth: row.date_of_birth,
    plans,
    numbers: numberNow(contact, now),
    isOfficeOpen: isOfficeOpen(contact, now),
    listReceivedAt: row.last_received_at,
    isNumberReplaced: row.is_number_replaced,
  };
}

function contactOf(row: RegisterRow): AuthorityNumbers {
  return {
    officeNumber: row.office_number,
    officeOpensAt: row.office_opens_at,
    officeClosesAt: row.office_closes_at,
    fridayClosesAt: row.friday_closes_at,
    emergencyNumber: row.emergency_number,
    emergencyTeam: row.emergency_team,
  };
}

interface Shown {
  readonly row: RegisterRow;
  readonly entry: RegisterEntry;
}

/** An authority that holds both the old and the new number is told once: of the entry with a plan in force, if one has. */
function onePerAuthority(shown: readonly Shown[]) {
  const firsts = new Map<string, RegisterRow>();
  const isInForce = ({ entry }: Shown) => entry.plans.some(({ state }) => state === "in-force");
  for (const { row } of [...shown.filter(isInForce), ...shown])
    if (!firsts.has(row.authority_id)) firsts.set(row.authority_id, row);
  return [...firsts.values()].map((row) => ({ subjectId: row.subject_id, authorityId: row.authority_id }));
}
