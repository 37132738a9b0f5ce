/** Where a delivery stands. */
export const feedStates = [
  "received", // kept, not read yet
  "tracing", // read; demographics is being asked about some rows
  "waiting", // demographics does not answer: asked again later
  "review", // a person looks at its effect before anything is changed
  "held", // it would end, delete or reject too much to be applied unseen
  "applied",
  "unreadable",
  "replaced", // another file under the same number, or a newer list, came before it was applied
  "discarded", // a named person decided against it
  "undone",
] as const;
export type FeedState = (typeof feedStates)[number];

/** The state in a few plain words. */
export const feedStateWords = {
  received: "Being read",
  tracing: "Being checked against demographics",
  waiting: "Waiting for demographics",
  review: "Waiting for your confirmation",
  held: "Held: a person must confirm it",
  applied: "Applied",
  unreadable: "Not readable",
  replaced: "Replaced by a newer file",
  discarded: "Discarded",
  undone: "Undone",
} as const satisfies Record<FeedState, string>;

const underWay: readonly FeedState[] = ["received", "tracing"];
const unsettled: readonly FeedState[] = ["received", "tracing", "waiting", "review", "held"];

/** Whether the service is at work on it this minute: whoever waits for it may go on waiting. */
export function isUnderWay(state: FeedState): boolean {
  return underWay.includes(state);
}

/** Whether it may still be applied. */
export function isUnsettled(state: FeedState): boolean {
  return unsettled.includes(state);
}
