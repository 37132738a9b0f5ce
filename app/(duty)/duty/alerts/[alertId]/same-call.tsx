import type { ReactElement } from "react";
import { Tag } from "@/app/_ui/tag";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { unidentifiedInWords } from "@/server/vocabulary/incident";
import { formatTime } from "@/server/vocabulary/london-time";

/** What belongs to the same call: other children, those whom nobody can identify, and where the call has come to. */
export function SameCall({ alert }: { readonly alert: AlertDetail }): ReactElement | null {
  const { siblings } = alert.call;
  const who = whoIsThere(alert.call);
  const settings = [...new Set(alert.views.map(({ careSettingName }) => careSettingName))];
  if (who === "" && settings.length < 2) return null;

  return (
    <section aria-labelledby="same-call" className="same-call">
      <h2 id="same-call" className="nhsuk-heading-m">
        The same call
      </h2>
      {who !== "" && (
        <p>
          <strong>{who}</strong>
        </p>
      )}
      {siblings.length > 0 && (
        <ul className="same-call__siblings">
          {siblings.map((sibling) => (
            <Sibling key={sibling.alertId} sibling={sibling} />
          ))}
        </ul>
      )}
      {settings.length > 1 && (
        <p>Where the child was looked up, in this order: {settings.join(", then ")}.</p>
      )}
    </section>
  );
}

type Call = AlertDetail["call"];

function whoIsThere({ siblings, unidentified }: Call): string {
  const more =
    unidentified !== null && unidentified.count > 0
      ? `, ${unidentifiedInWords(unidentified.count, unidentified.ageGuess)}, said at ${formatTime(unidentified.recordedAt)}`
      : "";
  if (siblings.length === 0 && more === "") return "";
  const known = siblings.length === 0 ? "1 child" : `${String(siblings.length + 1)} children`;
  return `${known} known to you${more}.`;
}

function Sibling({ sibling }: { readonly sibling: Call["siblings"][number] }): ReactElement {
  const { alertId, reference, raisedAt, standing } = sibling;
  const { word, colour } = standingWords[standing];
  return (
    <li>
      <a href={`/duty/alerts/${alertId}`}>Alert {reference}</a>, raised at {formatTime(raisedAt)}{" "}
      <Tag colour={colour}>{word}</Tag>
    </li>
  );
}

const standingWords = {
  waiting: { word: "Waiting", colour: "yellow" },
  held: { word: "Taken", colour: "green" },
  ended: { word: "Ended", colour: "grey" },
} as const;
