import type { RetentionState } from "@/server/domain/retention/read-retention";
import type { Finding } from "@/server/domain/tonight/finding";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** Says so where what is old is not removed any more; nothing where it is. Pure. */
export function judgeRetention({ isStale, begunAt }: RetentionState): readonly Finding[] {
  if (!isStale) return [];
  const last = begunAt === null ? "has never begun" : `last began on ${formatDateTime(begunAt)}`;
  return [
    {
      kind: "retention",
      level: "doubtful",
      what: `What is older than it may be kept is not being removed: the nightly removal ${last}.`,
      todo: "Have whoever runs the service see that a worker runs, and what its log says of “remove-old”.",
      ways: [],
    },
  ];
}
