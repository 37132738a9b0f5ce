import type { FeedRow } from "@/server/domain/register/feed-file/feed-row";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";

interface DateFault {
  readonly column: "date_of_birth" | "start_date" | "end_date" | "delete_date" | "due_date";
  readonly message: string;
}

/** A birth that cannot be, and a child protection plan of somebody who is no child any more. */
export function personDateFaults(row: FeedRow, today: LondonDate): DateFault[] {
  if (row.dateOfBirth > today) {
    return [{ column: "date_of_birth", message: "The date of birth is in the future." }];
  }
  const lastDay = row.endOn ?? row.deletedOn;
  const isAdult = eighteenthBirthday(row.dateOfBirth) <= (lastDay === null ? today : row.startOn);
  if (row.kind !== "child-protection" || !isAdult) return [];
  const message = "The person is 18 or older, too old for a CPP. Check the date of birth, or end the plan.";
  return [{ column: "date_of_birth", message }];
}

/** A plan that begins tomorrow, or is over before it began. */
export function planDateFaults(row: FeedRow, today: LondonDate): DateFault[] {
  const faults: DateFault[] = [];
  if (row.startOn > today) {
    faults.push({
      column: "start_date",
      message: "The plan starts in the future. Send it from that day on.",
    });
  }
  if (row.endOn !== null && row.endOn < row.startOn) {
    faults.push({ column: "end_date", message: "The plan ended before it started." });
  }
  if (row.deletedOn !== null && row.deletedOn > today) {
    faults.push({ column: "delete_date", message: "The delete date is in the future." });
  }
  return faults;
}

/** Nobody is pregnant for longer; a plan that was made at the first scan is due within this many days. */
const longestPregnancyDays = 300;
/** A child is born long before this; by then the plan has ended or the date was wrong. */
const longestOverdueDays = 60;

/** A due date that no plan in force can have. */
export function dueDateFaults(row: FeedRow, today: LondonDate): DateFault[] {
  if (row.kind !== "unborn") return [];
  if (row.dueOn === null) {
    return [{ column: "due_date", message: "A UCPP row needs the date on which the child is due." }];
  }
  if (row.endOn !== null || row.deletedOn !== null) return [];
  if (row.dueOn > addDays(today, longestPregnancyDays)) {
    return [{ column: "due_date", message: "The due date is more than ten months away." }];
  }
  if (row.dueOn < addDays(today, -longestOverdueDays)) {
    const message = "The due date is more than two months ago. End the plan, or correct the date.";
    return [{ column: "due_date", message }];
  }
  return [];
}

function eighteenthBirthday(dateOfBirth: LondonDate): LondonDate {
  return `${String(Number(dateOfBirth.slice(0, 4)) + 18)}${dateOfBirth.slice(4)}`;
}
