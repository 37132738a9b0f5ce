"use client";

import type { ReactElement } from "react";
import type { CallChild } from "./call-state";
import { CrossCircleIcon, LookedIcon, WarningIcon } from "@/app/_ui/icons";
import type { AnswerKind } from "@/server/vocabulary/answer";
import type { LookupId } from "@/server/vocabulary/ids";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

interface CallChildrenProps {
  readonly list: readonly CallChild[];
  /** The one whose card is on screen. */
  readonly shown: LookupId | undefined;
  readonly onOpen: (child: CallChild) => void;
}

/** Every child of the call with its answer at a glance. A tap opens the card again, or asks again where there is none. */
export function CallChildren({ list, shown, onOpen }: CallChildrenProps): ReactElement | null {
  if (list.length === 0) return null;
  return (
    <section aria-label="Children of this call">
      <h2 className="nhsuk-heading-m">Children of this call</h2>
      <ul className="call-children">
        {list.map((child) => {
          const isShown = child.lookupId !== undefined && child.lookupId === shown;
          const { icon: Icon, words } = looks[child.answer];
          return (
            <li key={child.nhsNumber}>
              <button
                type="button"
                className={`call-children__child call-children__child--${child.answer}`}
                aria-current={isShown ? "true" : undefined}
                onClick={() => {
                  if (!isShown) onOpen(child);
                }}
              >
                <Icon />
                <span>
                  <strong className="call-children__number">{formatNhsNumber(child.nhsNumber)}</strong>
                  <span>
                    {words}
                    {isShown && ". Shown now"}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const looks: Readonly<Record<AnswerKind, { readonly icon: () => ReactElement; readonly words: string }>> = {
  held: { icon: WarningIcon, words: "Known to children’s social care" },
  "none-held": { icon: LookedIcon, words: "No plan is held" },
  "could-not-check": { icon: CrossCircleIcon, words: "Could not check. Tap to ask again" },
};
