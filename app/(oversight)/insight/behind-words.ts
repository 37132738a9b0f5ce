import type { FiguresAge } from "@/server/domain/insight/read-age";
import { formatDateTime } from "@/server/vocabulary/london-time";

const then = "Open the page again in some minutes. If it still says so, tell whoever runs the service.";

/** What to know and do where figures are older than they should be; undefined where they are not. Pure. */
export function behindWords({ countedAt, isBehind }: FiguresAge): string | undefined {
  if (countedAt === undefined)
    return `Nothing has been counted yet: all figures are nought until it is. ${then}`;
  if (!isBehind) return undefined;
  return `These figures are behind: as at ${formatDateTime(countedAt)}. What happened since is not in them. ${then}`;
}
