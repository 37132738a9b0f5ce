/** Said before the question, by the kind of viewing. */
export const whoIsTold = {
  unscheduled: "If the child is known, their local authority is told at once that you looked.",
  scheduled: "This check is silent: it is on record, and nobody is told.",
} as const;
