import type { Work } from "@/server/db/work";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import type { AlertId } from "@/server/vocabulary/ids";

/** Lets every screen that shows this alert know, at commit, that there is news of it. */
export async function tellScreens({ tx }: Work, alertId: AlertId): Promise<void> {
  await tx.$queryRaw`select pg_notify(${alertsChannel}, ${alertId})::text`;
}
