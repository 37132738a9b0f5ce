import type { Logger } from "pino";
import { isCode } from "@/server/gateways/feed-inbox/open-inbox";
import { takeFile, type FolderPlace, type TakenFile } from "@/server/jobs/feed-folder/take-file";

/** What was seen of the folder so far. */
export interface FolderMemory {
  /** Each file's version at the last look. */
  readonly versions: Map<string, string>;
  readonly taken: Map<string, TakenFile>;
}

export function emptyMemory(): FolderMemory {
  return { versions: new Map(), taken: new Map() };
}

interface Look {
  readonly memory: FolderMemory;
  readonly now: Date;
}

/**
 * Looks into the folder once: takes up each file that has not changed since the last look, and answers how far the
 * others are. What goes wrong with one file is logged, the file stays, and the next look tries again.
 */
export async function lookIntoFolder(
  place: FolderPlace & { readonly log: Logger },
  { memory, now }: Look,
): Promise<void> {
  const files = await place.inbox.list();
  for (const file of files.filter((one) => memory.versions.get(one.name) === one.version)) {
    await takeFile(place, file, { now, taken: memory.taken }).catch((error: unknown) => {
      place.log.error({ file: file.name, error: nameOf(error) }, troubleWords(error));
    });
  }
  memory.versions.clear();
  for (const { name, version } of files) memory.versions.set(name, version);
}

function troubleWords(error: unknown): string {
  if (isCode(error, "ENOSPC")) {
    return "the disk of the folder for lists is full: make room; the file stays in `in` and is tried again";
  }
  return "a file in the folder for lists could not be taken; it stays in `in` and is tried again";
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? `${error.name} ${error.code}` : error.name;
}
