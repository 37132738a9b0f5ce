import type { ReactElement } from "react";
import { Details } from "@/app/_ui/details";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";
import { bandFileOf, practiceChildren } from "@/server/vocabulary/practice-child";

/** The practice children with their numbers to type, and their bands to scan from another screen or from paper. */
export function CastList(): ReactElement {
  return (
    <section aria-labelledby="cast-title">
      <h2 className="nhsuk-heading-m" id="cast-title">
        The practice children
      </h2>
      <ul className="cast-list">
        {practiceChildren.map(({ nhsNumber, givenNames, familyName, sentence }) => (
          <li key={nhsNumber}>
            <strong className="whitespace-nowrap">{formatNhsNumber(nhsNumber)}</strong>
            <span>
              {givenNames} {familyName}: {sentence}
            </span>
          </li>
        ))}
      </ul>
      <Details summary="Bands to scan, from another screen or printed">
        <ul className="cast-bands">
          {practiceChildren.map((child) => (
            <li key={child.nhsNumber}>
              {/* A drawing of our own, not a photograph to be made smaller. */}
              <img
                src={bandFileOf(child)}
                alt={`Code on the wristband of ${child.givenNames} ${child.familyName}`}
                width={160}
                height={160}
                loading="lazy"
              />
              <span>
                {child.givenNames} {child.familyName}
              </span>
              <span className="whitespace-nowrap">{formatNhsNumber(child.nhsNumber)}</span>
            </li>
          ))}
        </ul>
      </Details>
    </section>
  );
}
