import type { ReactElement } from "react";
import { Tag } from "@/app/_ui/tag";
import type { ListedFeed } from "@/server/domain/register/list-feeds";
import type { FileAnswer } from "@/server/vocabulary/feed-answer";
import type { FeedState } from "@/server/vocabulary/feed-state";

/** What became of a delivery in two words; its page has the rest. */
export function FeedStateTag({ state, fileAnswer }: Pick<ListedFeed, "state" | "fileAnswer">): ReactElement {
  const { words, colour } = state === "applied" && fileAnswer !== null ? answers[fileAnswer] : states[state];
  return <Tag colour={colour}>{words}</Tag>;
}

interface Look {
  readonly words: string;
  readonly colour: "blue" | "grey" | "green" | "yellow" | "red";
}

const answers: Readonly<Record<FileAnswer, Look>> = {
  CPF01: { words: "Not readable", colour: "red" },
  CPF02: { words: "All loaded", colour: "green" },
  CPF03: { words: "Partly loaded", colour: "yellow" },
  CPF04: { words: "None loaded", colour: "red" },
  CPF05: { words: "Waiting", colour: "blue" },
  CPF06: { words: "Not supported", colour: "red" },
};

const states: Readonly<Record<FeedState, Look>> = {
  received: { words: "Being read", colour: "blue" },
  tracing: { words: "Being checked", colour: "blue" },
  waiting: { words: "Waiting for demographics", colour: "blue" },
  review: { words: "To confirm", colour: "yellow" },
  held: { words: "Held, to confirm", colour: "red" },
  applied: { words: "Applied", colour: "green" },
  unreadable: { words: "Not readable", colour: "red" },
  replaced: { words: "Replaced", colour: "grey" },
  discarded: { words: "Discarded", colour: "grey" },
  undone: { words: "Undone", colour: "grey" },
};
