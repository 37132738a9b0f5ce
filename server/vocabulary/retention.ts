/** How long one kind of thing is kept. The database has the same names and days, and is the one that removes. */
export interface RetentionRule {
  readonly name: string;
  /** As an operator reads it. */
  readonly what: string;
  /** Rows of these tables leave by this rule; of some more than one does. */
  readonly tables: readonly string[];
  readonly days: number;
  /** The moment from which the days are counted. */
  readonly from: string;
  /** What stays, however old it is. */
  readonly stays: string;
  readonly reason: string;
}

/** Six years of what was asked and told; figures reach back further. */
const factDays = 2192;

/** The longest for which a setting may show an ended plan: the register keeps it no longer. */
export const endedPlanKeptDays = 730;

/** Everything that grows with use, in the order in which it leaves: what names something else leaves before it. */
export const retentionRules = [
  {
    name: "person-search",
    what: "Searches by name, as a limit counts them",
    tables: ["person_search"],
    days: 90,
    from: "the search",
    stays: "nothing",
    reason: "Counts searches in a minute; who searched and by what is in the audit.",
  },
  {
    name: "session",
    what: "Sign-ins and the vehicles said in them",
    tables: ["session", "crew_call_sign"],
    days: 400,
    from: "when it could last be used",
    stays: "nothing",
    reason: "Uptake asks who worked where in a year; signing in and out is in the audit.",
  },
  {
    name: "handed-card",
    what: "Cards that were handed over, and their notices",
    tables: ["card_handover", "card_addressee", "notice"],
    days: 400,
    from: "when nobody could open it any more",
    stays: "nothing",
    reason: "Whoever opened one has a look of their own, which stays.",
  },
  {
    name: "notice",
    what: "Notices of no alert (tests, rotas, reachability), and what case systems were sent",
    tables: ["notice", "webhook_delivery"],
    days: 400,
    from: "when it was queued",
    stays: "what a case system has not taken yet",
    reason: "Whether a phone is proven looks back 365 days at the most.",
  },
  {
    name: "reach",
    what: "Checks of rotas",
    tables: ["reach_check", "reach_result", "reach_telling"],
    days: 400,
    from: "the check",
    stays: "the newest result of each person and team; a check that is not done",
    reason: "A year of nights can be gone through; the newest says how somebody stands.",
  },
  {
    name: "list-rows",
    what: "Bytes, problems and effects of lists",
    tables: ["feed_content", "row_problem"],
    days: 90,
    from: "when the list was received",
    stays: "an authority's newest list; one that is under way or waits for a person",
    reason: "Lists come daily and the newest is the truth; older ones name children for nothing.",
  },
  {
    name: "fault",
    what: "Faults of lists that were fixed",
    tables: ["data_fault"],
    days: 730,
    from: "when it was fixed",
    stays: "a fault that is not fixed",
    reason: "The trend of data quality reaches back 13 months.",
  },
  {
    name: "trace",
    what: "Answers of demographics about people on lists",
    tables: ["trace"],
    days: 400,
    from: "when it was asked",
    stays: "nothing",
    reason: "After 90 days it is asked anew anyway.",
  },
  {
    name: "plan",
    what: "Plans that ended or were entered in error, with their changes",
    tables: ["plan", "plan_change", "birth_question"],
    days: endedPlanKeptDays,
    from: "the end or delete date; of an unborn child's not before the due date",
    stays:
      "a plan without an end or delete date; one told otherwise than the lists say; one whose birth nobody has answered; one that changed within the period",
    reason:
      "An ended plan is shown for 365 days, an unborn child's for 28 after the due date (CP-IS); a year more for questions.",
  },
  {
    name: "referral",
    what: "Referrals that were decided",
    tables: ["referral", "referral_alert"],
    days: factDays,
    from: "when it was decided",
    stays: "a referral that nobody has decided",
    reason: "As the alerts that it is about.",
  },
  {
    name: "alert",
    what: "Alerts and practice alerts with their events, notices, messages and reports",
    tables: [
      "alert",
      "alert_event",
      "notice",
      "message",
      "missed_appointment",
      "birth_report",
      "webhook_event",
    ],
    days: factDays,
    from: "the last thing that happened to it",
    stays:
      "an alert that is not closed; one whose child has a plan in the register; one of a referral that stays",
    reason:
      "A review of a child's case and a request for access ask about years past; our choice, for the controllers' records managers to confirm.",
  },
  {
    name: "look-up",
    what: "Look-ups with attendances and reviews",
    tables: ["lookup", "attendance", "look_review"],
    days: factDays,
    from: "when it was asked",
    stays: "a look of an alert that stays; one that a privacy officer waits to hear about",
    reason:
      "As the alerts; a card shows the 25 newest accesses to a child on a plan, which stay while it is (CP-IS).",
  },
  {
    name: "incident",
    what: "Call-outs",
    tables: ["incident", "unidentified"],
    days: factDays,
    from: "when it was opened",
    stays: "a call-out of which a look-up or alert stays",
    reason: "As the look-ups.",
  },
  {
    name: "child",
    what: "Children and mothers without a plan or an alert",
    tables: ["subject"],
    days: 0,
    from: "when the last of their plans and alerts left",
    stays: "whoever has a plan or an alert, and an old number while there is a plan under what replaced it",
    reason: "The register is of children on plans, and of nobody else.",
  },
  {
    name: "list",
    what: "What lists did, in numbers",
    tables: ["feed", "feed_content", "row_problem"],
    days: 730,
    from: "when the list was received",
    stays: "an authority's newest list; one under way; one that a plan, its change or a fault names",
    reason: "The trend of data quality reaches back 13 months.",
  },
  {
    name: "rota",
    what: "Shifts, patterns and changes of rotas",
    tables: ["shift", "shift_change", "shift_pattern"],
    days: factDays,
    from: "when it ended",
    stays: "a pattern without a last day",
    reason: "Who was on call is asked as long as alerts are.",
  },
  {
    name: "practice",
    what: "Runs through practice mode",
    tables: ["practice_run"],
    days: 730,
    from: "when it began",
    stays: "nothing",
    reason: "Practice counts for 365 days.",
  },
  {
    name: "device",
    what: "Addresses of phones and mailboxes that are told nothing any more",
    tables: ["device"],
    days: 90,
    from: "when it was retired",
    stays: "the row without its address, while a notice names it",
    reason: "An address that is not written to has no use.",
  },
  {
    name: "token",
    what: "Tokens and calendar addresses that do not work any more",
    tables: ["feed_token", "calendar_link"],
    days: 730,
    from: "when it was revoked or ran out",
    stays: "one that works",
    reason: "Which system sent a list is asked as long as lists are kept.",
  },
  {
    name: "figure",
    what: "Counted figures and days of the heartbeat",
    tables: [
      "lookup_day",
      "told_day",
      "alert_day",
      "report_day",
      "list_work_day",
      "proof_day",
      "asked_day",
      "setting_service_day",
      "setting_organisation_day",
      "alert_service_day",
      "alert_organisation_day",
    ],
    days: 3653,
    from: "the day",
    stays: "nothing",
    reason: "Ten years of figures about nobody, so that change over years is seen.",
  },
  {
    name: "audit",
    what: "Audit",
    tables: ["audit"],
    days: 2922,
    from: "when it happened",
    stays: "nothing",
    reason:
      "Two years longer than what it tells of: who looked is answered from it; our choice, for the controllers' records managers to confirm.",
  },
] as const satisfies readonly RetentionRule[];
