import type { ReactElement } from "react";
import { ReachMark } from "@/app/_ui/reach-mark";
import type { OwnReach } from "@/server/domain/reach/own-reach";
import { formatDateTime } from "@/server/vocabulary/london-time";

const words = {
  reachable: "Alerts reach you",
  doubtful: "Alerts may not reach you",
  unreachable: "Alerts cannot reach you",
} as const;

/** Whether an alert would reach the person who looks, when that was last proven, and what is missing. */
export function OwnStanding({ reach }: { readonly reach: OwnReach }): ReactElement {
  const { level, missing, lastProvenAt } = reach;
  return (
    <section className="own-reach" aria-labelledby="own-reach">
      <h2 className="nhsuk-u-visually-hidden" id="own-reach">
        Can you be reached?
      </h2>
      <p>
        <ReachMark level={level}>{words[level]}</ReachMark>
      </p>
      <p>
        {lastProvenAt === null
          ? "Nothing has been shown on a phone of yours yet."
          : `A phone of yours last showed something on ${formatDateTime(lastProvenAt)}.`}
      </p>
      {missing.length > 0 && (
        <>
          <p>
            <strong>{level === "reachable" ? "Better still:" : "What is missing:"}</strong>
          </p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {missing.map(({ what, todo }) => (
              <li key={what}>
                {what} {todo}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
