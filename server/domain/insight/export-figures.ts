import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { activityLines } from "@/server/domain/insight/file/activity-lines";
import { figureColumns, type FileLine } from "@/server/domain/insight/file/file-table";
import { figuresLines } from "@/server/domain/insight/file/figures-lines";
import { timesLines } from "@/server/domain/insight/file/times-lines";
import { readActivity } from "@/server/domain/insight/read-activity";
import type { FiguresAge } from "@/server/domain/insight/read-age";
import { readFigures, type FiguresRead } from "@/server/domain/insight/read-figures";
import { readTimes } from "@/server/domain/insight/read-times";
import type { FiguresFileRequest } from "@/server/vocabulary/figures-file-request";

export interface FiguresFile<Line extends readonly string[] = FileLine> {
  readonly fileName: string;
  readonly asAt: Date | undefined;
  /** What stands in each line. */
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

/** A page of figures as a file: the same numbers, without those that could point at somebody. Taking it is on record. */
export async function exportFigures(work: Work, request: FiguresFileRequest): Promise<FiguresFile> {
  const { read, lines } = await readPage(work, request);
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `${request.page} as a file, ${read.from} to ${read.to}`,
  });
  return {
    fileName: `lantern-${request.page}-${read.from}-${read.to}.csv`,
    asAt: read.countedAt,
    columns: figureColumns,
    lines: [...countedWith(read), ...lines],
  };
}

/** Whose counts are in the file besides one's own. */
export function countedWith({ predecessors }: Pick<FiguresRead, "predecessors">): readonly FileLine[] {
  return predecessors.map(({ name, followedBy, since }) => [
    "Counted with",
    name,
    `part of ${followedBy} since`,
    since,
  ]);
}

interface PageRead {
  readonly read: FiguresAge & Pick<FiguresRead, "from" | "to" | "predecessors">;
  readonly lines: readonly FileLine[];
}

async function readPage(work: Work, request: FiguresFileRequest): Promise<PageRead> {
  switch (request.page) {
    case "figures": {
      const read = await readFigures(work, request.period);
      return { read, lines: [...figuresLines(read)] };
    }
    case "activity": {
      const read = await readActivity(work, request.period);
      return { read, lines: [...activityLines(read)] };
    }
    case "times": {
      const read = await readTimes(work, request);
      return { read, lines: [...timesLines(read)] };
    }
  }
}
