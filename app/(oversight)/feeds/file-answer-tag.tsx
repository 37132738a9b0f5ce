import type { ReactElement } from "react";
import { Tag } from "@/app/_ui/tag";
import type { FileAnswer } from "@/server/vocabulary/feed-answer";

/** The result of a list in two words; its page has the rest. */
export function FileAnswerTag({ fileAnswer }: { readonly fileAnswer: FileAnswer }): ReactElement {
  const { words, colour } = tags[fileAnswer];
  return <Tag colour={colour}>{words}</Tag>;
}

const tags = {
  CPF01: { words: "Not readable", colour: "red" },
  CPF02: { words: "All loaded", colour: "green" },
  CPF03: { words: "Partly loaded", colour: "yellow" },
  CPF04: { words: "None loaded", colour: "red" },
  CPF05: { words: "Waiting", colour: "blue" },
  CPF06: { words: "Not supported", colour: "red" },
} as const satisfies Record<FileAnswer, { words: string; colour: string }>;
