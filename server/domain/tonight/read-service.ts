import type { Work } from "@/server/db/work";
import type { ServiceFacts } from "@/server/domain/tonight/facts";
import { countPushes } from "@/server/domain/insight/count-pushes";
import { readDelivery } from "@/server/domain/insight/read-delivery";

const hourMilliseconds = 3_600_000;

/** What holds for every authority: whether pushes arrive, and how the push services answer. */
export async function readService(work: Work): Promise<ServiceFacts> {
  return {
    delivery: await readDelivery(work),
    pushes: await countPushes(work, new Date(work.now.getTime() - hourMilliseconds)),
  };
}
