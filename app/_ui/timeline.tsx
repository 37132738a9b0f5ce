import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names";

export interface TimelineEvent {
  readonly id: string;
  /** Machine-readable instant, ISO 8601. */
  readonly at: string;
  /** The same in London time as a person reads it: "21:14". */
  readonly time: string;
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: "done" | "problem" | undefined;
}

/** What happened, oldest first, with the time of each. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }): ReactElement {
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li
          key={event.id}
          className={classNames("timeline__event", event.tone && `timeline__event--${event.tone}`)}
        >
          <p>
            <time className="timeline__time" dateTime={event.at}>
              {event.time}
            </time>
            {event.text}
          </p>
          {event.detail !== undefined && <p className="timeline__detail">{event.detail}</p>}
        </li>
      ))}
    </ol>
  );
}
