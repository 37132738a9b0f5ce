import { z } from "zod";
import type { Work } from "@/server/db/work";
import { webhookStates, type WebhookState } from "@/server/vocabulary/webhook";

export type CaseSystemCounts = Readonly<Record<WebhookState, number>>;

const Rows = z.array(z.object({ state: z.enum(webhookStates), addresses: z.number() }));

/** How many addresses of case systems stand how, over all authorities, for whoever watches the service; names none. */
export async function countCaseSystems({ tx }: Work): Promise<CaseSystemCounts> {
  const rows = Rows.parse(await tx.$queryRaw`select state, addresses from lantern_case_systems()`);
  const counts = { requested: 0, active: 0, error: 0, off: 0 };
  for (const { state, addresses } of rows) counts[state] = addresses;
  return counts;
}
