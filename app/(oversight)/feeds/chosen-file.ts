import { largestFeedBytes, largestFeedWords } from "@/server/vocabulary/feed-answer";
import { feedFileNameRule, parseFeedFileName } from "@/server/vocabulary/feed-file-name";

type ChosenFile = Pick<File, "name" | "size">;

/** What can be said about a file before it is sent; undefined if nothing is wrong. */
export function checkChosenFile(file: ChosenFile | undefined): string | undefined {
  if (file === undefined || file.name === "") return "Choose a file.";
  if (parseFeedFileName(file.name) === undefined) return feedFileNameRule;
  if (file.size === 0) return "The file is empty.";
  if (file.size > largestFeedBytes) return `The file is larger than ${largestFeedWords}.`;
  return undefined;
}
