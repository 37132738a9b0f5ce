interface Definition {
  readonly name: string;
  /** What is counted, for somebody who has never seen the page. */
  readonly words: string;
  /** To which day it belongs. */
  readonly day:
    | "when asked"
    | "when raised"
    | "when reported"
    | "when made"
    | "when shown"
    | "when mended"
    | "at the end"
    | "the last 12 months";
}

/** Every figure of the pages of figures in words. docs/measures.md has the same, and a test sees to it. */
export const figureDefinitions = {
  lookups: {
    name: "Lookups",
    words:
      "Questions asked: held, none held and could not check together. A question sent twice is one. An authority counts those of which it was told: an alert raised, or viewed again.",
    day: "when asked",
  },
  held: { name: "Held", words: "The answer was that a plan is held.", day: "when asked" },
  "none-held": {
    name: "None held",
    words: "The answer was: checked, and none held. It does not mean that the child is safe.",
    day: "when asked",
  },
  "could-not-check": {
    name: "Could not check",
    words:
      "The service gave no answer, on record either as a lookup or, where the lookup itself was lost, as a failed attempt. Attempts during which nothing at all could be written are in the log only.",
    day: "when asked",
  },
  cause: {
    name: "Cause",
    words:
      "Why a lookup could not be checked, by the kind of error that is on record. Database: it was busy, slow or away. Answered so: the service itself said that it could not. Another error: none of these.",
    day: "when asked",
  },
  "hit-share": {
    name: "Share held",
    words:
      "Of the lookups that were answered, held or none held, those that were held. Rounded down to a tenth of a per cent.",
    day: "when asked",
  },
  "lookup-channel": {
    name: "Channel of a lookup",
    words:
      "How the number came to the phone: scanned from a band, pasted, typed, found by name, or sent by another system. Of an attempt that failed it is not known.",
    day: "when asked",
  },
  hour: {
    name: "Hour",
    words:
      "The hour on a London clock. The hour that comes twice when the clocks go back is one, and holds both.",
    day: "when asked",
  },
  place: {
    name: "Place",
    words:
      "Where an authority's children were asked about: by an organisation of the authority's own region, or elsewhere. Not known where no region is on record.",
    day: "when asked",
  },
  raised: {
    name: "Alerts raised",
    words:
      "Alerts, one for each authority a lookup told. Repeated views that joined an open alert raise none. Practice alerts and missed appointments are not among them.",
    day: "when raised",
  },
  taken: {
    name: "Alerts taken",
    words: "Of the alerts raised, those that somebody has taken since, however late.",
    day: "when raised",
  },
  unreached: {
    name: "Nobody reached",
    words:
      "Of the alerts raised, those whose ladder was once climbed to its end before anybody took them, even if somebody took them later.",
    day: "when raised",
  },
  "median-wait": {
    name: "Median time to taken",
    words:
      "Of the alerts raised and taken, the whole seconds from raised to taken within which at least half were taken.",
    day: "when raised",
  },
  "long-wait": {
    name: "90th percentile time to taken",
    words: "The same, within which at least 9 in 10 were taken.",
    day: "when raised",
  },
  shown: {
    name: "Shown",
    words:
      "From raised until a phone of the duty team said that it showed the alert. Within 1 minute is aimed at.",
    day: "when raised",
  },
  "taken-step": {
    name: "Taken",
    words:
      "From raised until somebody of the duty team said that they have it. Within 5 minutes is aimed at.",
    day: "when raised",
  },
  answered: {
    name: "Answered",
    words:
      "From raised until the first word back to whoever asked: a call promised, a message, or the alert closed with an outcome. The service does not hear telephone calls. Within 20 minutes is aimed at.",
    day: "when raised",
  },
  closed: {
    name: "Closed",
    words: "From raised until the alert was first closed with an outcome. No time is aimed at.",
    day: "when raised",
  },
  percentiles: {
    name: "Median, 90th and 99th percentile",
    words:
      "Of the alerts that came so far, the whole seconds within which at least half, 9 in 10 and 99 in 100 did. Alerts that have not come so far are not in them: see how many did.",
    day: "when raised",
  },
  "in-time": {
    name: "In time",
    words:
      "Of all alerts raised, those that came so far within the time that is aimed at. Rounded down to a whole per cent.",
    day: "when raised",
  },
  rung: {
    name: "Rung",
    words: "The highest rung of the ladder that was told before somebody took the alert, or so far.",
    day: "when raised",
  },
  "alert-channel": {
    name: "Channel of an alert",
    words:
      "By what whoever took it first saw it: push, text message or e-mail. None where they took it on the page without having seen a notice, or where nobody has taken it.",
    day: "when raised",
  },
  outcome: {
    name: "Outcome",
    words: "How alerts were last closed. Help sought promptly is positive evidence.",
    day: "when raised",
  },
  missed: {
    name: "Missed appointments",
    words: "Reports that a child was not brought to an appointment, once for each authority that was told.",
    day: "when reported",
  },
  referral: {
    name: "Referrals",
    words:
      "Referrals to an authority. In time: decided within one working day. Late: decided after it. Not decided: nobody has yet, whether or not the day is over.",
    day: "when made",
  },
  "often-seen": {
    name: "Children seen often",
    words:
      "Children with a plan in force or ended in the last year who were at unscheduled care four times or more in twelve months. Looks of one call are one time. A child whose NHS number was replaced counts under each number.",
    day: "the last 12 months",
  },
  "seen-widely": {
    name: "Children seen in several settings",
    words: "The same children, if they were at two settings or more in twelve months.",
    day: "the last 12 months",
  },
  "problems-found": {
    name: "Newly wrong",
    words:
      "What a list of the seven days showed to be wrong for the first time. What was mended and comes back is counted anew; what only a list showed that was taken back is not counted.",
    day: "when shown",
  },
  "problems-mended": {
    name: "Mended",
    words: "What a list of the seven days no longer showed to be wrong.",
    day: "when mended",
  },
  "problems-open": {
    name: "Wrong at the end",
    words:
      "What was shown to be wrong and not mended yet when the seven days ended; of the last seven, now. A thing is counted once, however many lists have shown it.",
    day: "at the end",
  },
  "time-to-mend": {
    name: "Time to mend",
    words:
      "From the list that showed a thing first to the list that no longer does: the median of what was mended in the last 91 days, or in the seven days of a week. Of all authorities it is that of everything that any of them mended.",
    day: "when mended",
  },
} as const satisfies Record<string, Definition>;
export type DefinedFigure = keyof typeof figureDefinitions;
