import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";

export const appointmentKinds = [
  "dental",
  "paediatric",
  "mental-health",
  "speech-and-language",
  "immunisation",
  "health-visitor",
  "antenatal",
  "other",
] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** The kinds as somebody chooses between them. */
export const appointmentKindWords = {
  dental: "Dental",
  paediatric: "Paediatric clinic",
  "mental-health": "Mental health",
  "speech-and-language": "Speech and language",
  immunisation: "Immunisation",
  "health-visitor": "Health visitor",
  antenatal: "Antenatal",
  other: "Another appointment",
} as const satisfies Record<AppointmentKind, string>;

/** A child is brought; a woman who expects one comes by herself. */
const whatHappened = {
  dental: "was not brought to a dental appointment",
  paediatric: "was not brought to a paediatric clinic",
  "mental-health": "was not brought to a mental health appointment",
  "speech-and-language": "was not brought to speech and language therapy",
  immunisation: "was not brought to be immunised",
  "health-visitor": "was not brought to a health visitor’s appointment",
  antenatal: "did not come to an antenatal appointment",
  other: "was not brought to an appointment",
} as const satisfies Record<AppointmentKind, string>;

export const followUps = ["rebooked", "tried-to-ring", "nothing-yet"] as const;
export type FollowUp = (typeof followUps)[number];

/** What the clinic has done about it; to be read after "Done about it:". */
export const followUpWords = {
  rebooked: "Another appointment is booked",
  "tried-to-ring": "Tried to ring the family",
  "nothing-yet": "Nothing yet",
} as const satisfies Record<FollowUp, string>;

export const mostMissedDays = 90;
export const mostReasonCharacters = 500;

interface Appointment {
  readonly appointmentKind: AppointmentKind;
  readonly missedAt: Date;
}

/** "was not brought to a dental appointment on 12 November 2026": never with a name in it. */
export function missedInWords({ appointmentKind, missedAt }: Appointment): string {
  return `${whatHappened[appointmentKind]} on ${formatLondonDate(londonDate(missedAt))}`;
}

/** Of how many appointments these reports are: of one, somebody may say more than one thing, as that they are worried by now. */
export function countAppointments(reports: readonly Appointment[]): number {
  return new Set(
    reports.map(({ appointmentKind, missedAt }) => `${appointmentKind} ${missedAt.toISOString()}`),
  ).size;
}

/** "Missed 2 before", "None missed before"; empty where it is not known. */
export function missedBeforeInWords(count: number | null): string {
  if (count === null) return "";
  return count === 0 ? "None missed before" : `${String(count)} missed before`;
}
