import type { Finding } from "@/server/domain/tonight/finding";

/** What is found, in the words of the page, but without how many alerts it is: so few leave in no file. Pure. */
export function foundInFile({ kind, level, what }: Finding): string {
  const isCounted = /^\d/.test(what);
  if (kind === "unreached" && isCounted) return "Alerts have reached nobody: the whole ladder was tried.";
  if (kind !== "waiting" || !isCounted) return what;
  return level === "fine"
    ? "Alerts wait to be taken: in time."
    : "Alerts wait to be taken for longer than is meant.";
}
