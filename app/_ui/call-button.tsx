import type { ReactElement } from "react";
import { classNames } from "./class-names";
import { PhoneIcon } from "./icons";

interface CallButtonProps {
  /** Whom it rings: "Leeds emergency duty team". */
  readonly who: string;
  /** As a person reads it: "01632 960123". */
  readonly number: string;
  /** When it is answered, or why this number: "Open now, until 5pm". */
  readonly when?: string | undefined;
  /** The other number, beneath the one to ring now. */
  readonly quiet?: boolean;
}

/** One tap to ring. The loud form is for the number of this minute; use it once on a page. */
export function CallButton({ who, number, when, quiet = false }: CallButtonProps): ReactElement {
  return (
    <a className={classNames("call-button", quiet && "call-button--quiet")} href={telephoneLink(number)}>
      <PhoneIcon />
      <span>
        <span className="call-button__who">Ring {who} </span>
        <span className="call-button__number">{number} </span>
        {when !== undefined && <span className="call-button__when">{when}</span>}
      </span>
    </a>
  );
}

/** The `tel:` form of a number: digits and a leading plus, an extension after a pause. */
export function telephoneLink(number: string): string {
  const [line = "", extension] = number.split(/\s*(?:ext\.?|extension|x)\s*/i);
  const dialled = line.replace(/(?!^\+)\D/g, "");
  return extension === undefined ? `tel:${dialled}` : `tel:${dialled};ext=${extension.replace(/\D/g, "")}`;
}
