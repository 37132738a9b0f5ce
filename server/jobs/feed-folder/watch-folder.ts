import type { Logger } from "pino";
import type { Database } from "@/server/db/client";
import { openInbox } from "@/server/gateways/feed-inbox/open-inbox";
import { emptyMemory, lookIntoFolder } from "@/server/jobs/feed-folder/look-into-folder";
import { makeBell } from "@/server/vocabulary/bell";

const lookMilliseconds = 2_000;

export interface FolderWatch {
  readonly stop: () => Promise<void>;
}

/** Looks into the folder for lists now and again, until it is stopped. */
export function watchFolder(
  service: { readonly database: Database; readonly log: Logger },
  directory: string,
): FolderWatch {
  const memory = emptyMemory();
  let isStopping = false;
  const bell = makeBell();

  async function look(): Promise<void> {
    const inbox = await openInbox(directory);
    await lookIntoFolder({ ...service, inbox }, { memory, now: new Date() });
  }

  async function watch(): Promise<void> {
    while (!isStopping) {
      await look().catch((error: unknown) => {
        const name = error instanceof Error ? error.message : "unknown";
        service.log.error({ error: name }, "the folder for lists (FEED_INBOX_DIR) cannot be used");
      });
      await bell.rung(lookMilliseconds);
    }
  }

  const watching = watch();
  return {
    stop: async () => {
      isStopping = true;
      bell.ring();
      await watching;
    },
  };
}
