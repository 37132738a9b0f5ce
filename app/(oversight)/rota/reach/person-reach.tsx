import type { ReactElement } from "react";
import { ReachMark } from "@/app/_ui/reach-mark";
import type { ShownPerson } from "@/server/domain/reach/show-reach";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { spanInWords } from "@/server/vocabulary/span-in-words";

/** One person on the coming rota: can they be reached, why not, and what they have to do. */
export function PersonReach({ person }: { readonly person: ShownPerson }): ReactElement {
  const { name, found } = person;
  const level = found?.level ?? "unchecked";
  return (
    <li className={`reach-list__person reach-list__person--${level}`}>
      <div className="reach-list__head">
        <h3 className="nhsuk-heading-s">{name}</h3>
        <ReachMark level={level} />
      </div>
      <p>On call {spanInWords(person)}</p>
      {found !== null && found.reasons.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {found.reasons.map(({ what, todo }) => (
            <li key={what}>
              <strong>{what}</strong> {todo}
            </li>
          ))}
        </ul>
      )}
      <p className="reach-list__aside">{provenInWords(found)}</p>
    </li>
  );
}

function provenInWords(found: ShownPerson["found"]): string {
  if (found === null) return "Came onto the rota after it was last looked at.";
  const proven =
    found.lastProvenAt === null
      ? "No push was ever proven."
      : `Last proven push: ${formatDateTime(found.lastProvenAt)}.`;
  return `${proven} Looked at on ${formatDateTime(found.checkedAt)}.`;
}
