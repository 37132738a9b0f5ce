"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, type ReactElement } from "react";
import { progressSteps } from "./progress-steps";
import { live } from "@/app/_trpc/live";
import { LiveLine } from "@/app/_ui/live-line";
import type { DeliveryProgress } from "@/server/domain/register/delivery/read-progress";
import type { FeedState } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";

interface LiveProgressProps {
  readonly feedId: FeedId;
  /** What the page was made from; as soon as there is another the page is read again. */
  readonly shownState: FeedState;
}

/** How far a list is, as it happens: read and checked, asked about, applied. */
export function LiveProgress({ feedId, shownState }: LiveProgressProps): ReactElement {
  const router = useRouter();
  const [progress, setProgress] = useState<DeliveryProgress>();
  const [isLost, setIsLost] = useState(false);
  const show = useEffectEvent((news: DeliveryProgress) => {
    setIsLost(false);
    setProgress(news);
    if (isElsewhere(news.state, shownState)) router.refresh();
  });

  useEffect(() => {
    const subscription = live.feed.progress.subscribe(
      { feedId },
      {
        onData: (news) => {
          show(news);
        },
        onError: () => {
          setIsLost(true);
        },
      },
    );
    return () => {
      subscription.unsubscribe();
    };
  }, [feedId]);

  return (
    <>
      <ol className="progress-steps">
        {progressSteps(progress).map(({ name, detail, share }) => (
          <li key={name}>
            <span className="progress-steps__name">{name}</span>
            <progress className="progress-steps__bar" aria-label={name} max={1} value={share} />
            <span>{detail}</span>
          </li>
        ))}
      </ol>
      {isLost && (
        <LiveLine tone="problem">No connection: load this page again to see how far it is.</LiveLine>
      )}
    </>
  );
}

/** Reading and asking are one page; everything else is another. */
function isElsewhere(state: FeedState, shown: FeedState): boolean {
  const working: readonly FeedState[] = ["received", "tracing"];
  return state !== shown && !(working.includes(state) && working.includes(shown));
}
