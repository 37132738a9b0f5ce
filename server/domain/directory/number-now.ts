import { isWorkingDay } from "@/server/domain/directory/working-day";
import { londonMinuteOfDay, londonWeekday } from "@/server/vocabulary/london-time";

/** How an authority's duty social workers are reached. Times are minutes since midnight on a London clock. */
export interface AuthorityNumbers {
  readonly officeNumber: string;
  readonly officeOpensAt: number;
  readonly officeClosesAt: number;
  readonly fridayClosesAt: number;
  readonly emergencyNumber: string;
  readonly emergencyTeam: string;
}

export interface NumberToRing {
  /** Who answers: "Children’s social care", or the name of the emergency team. */
  readonly label: string;
  readonly number: string;
}

export interface NumbersToRing {
  readonly first: NumberToRing;
  /** The one to try if the first does not answer. */
  readonly other: NumberToRing;
}

const friday = 5;

/**
 * Which of an authority's two numbers is answered at this instant: the office's from opening up to, but not at,
 * closing on London working days, and the emergency team's at all other times.
 */
export function numberNow(contact: AuthorityNumbers, now: Date): NumbersToRing {
  const office = { label: "Children’s social care", number: contact.officeNumber };
  const emergency = { label: contact.emergencyTeam, number: contact.emergencyNumber };
  return isOfficeOpen(contact, now)
    ? { first: office, other: emergency }
    : { first: emergency, other: office };
}

/** When an authority's office answers, on working days. Minutes since midnight on a London clock. */
export type OfficeTimes = Pick<AuthorityNumbers, "officeOpensAt" | "officeClosesAt" | "fridayClosesAt">;

/** Whether the office answers at this instant. */
export function isOfficeOpen(contact: OfficeTimes, now: Date): boolean {
  const closesAt = londonWeekday(now) === friday ? contact.fridayClosesAt : contact.officeClosesAt;
  const minute = londonMinuteOfDay(now);
  return minute >= contact.officeOpensAt && minute < closesAt && isWorkingDay(now);
}
