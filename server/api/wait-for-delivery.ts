import { withWork } from "@/server/db/work";
import type { Service } from "@/server/api/service";
import { feedsChannel } from "@/server/domain/register/delivery/feeds-channel";
import { readProgress } from "@/server/domain/register/delivery/read-progress";
import { makeBell } from "@/server/vocabulary/bell";
import { systemActor } from "@/server/vocabulary/actor";
import { isUnderWay } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";

/** Progress that was not heard of is seen after this time all the same. */
const pollMilliseconds = 500;

/** Waits until a worker has come to an end with a delivery, at most as long as configured. */
export async function waitForDelivery(service: Service, feedId: FeedId): Promise<void> {
  const bell = makeBell();
  const stopHearing = service.listener.hear(feedsChannel, (heard) => {
    if (heard === feedId) bell.ring();
  });
  const until = performance.now() + service.configuration.FEED_DOOR_WAIT_SECONDS * 1_000;
  const occasion = { actor: systemActor("feed-door"), now: new Date() };

  try {
    for (;;) {
      const { state } = await withWork(service.database, occasion, (work) => readProgress(work, feedId));
      const left = until - performance.now();
      if (!isUnderWay(state) || left <= 0) return;
      await bell.rung(Math.min(left, pollMilliseconds));
    }
  } finally {
    stopHearing();
  }
}
