import type { ReactElement, ReactNode } from "react";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { CrossCircleIcon, LookedIcon, WarningIcon } from "./icons";

interface AnswerPanelProps {
  readonly kind: AnswerKind;
  /** Replaces the standard verdict where the page can say more. Keep the kind unmistakable. */
  readonly verdict?: string | undefined;
  readonly children?: ReactNode;
}

interface Look {
  readonly icon: () => ReactElement;
  readonly verdict: string;
  readonly caution: string;
  readonly role: "status" | "alert";
}

const looks: Readonly<Record<AnswerKind, Look>> = {
  held: {
    icon: WarningIcon,
    verdict: "Known to children’s social care",
    caution: "Child protection information is held. Ring the duty team.",
    role: "status",
  },
  "none-held": {
    icon: LookedIcon,
    verdict: "Checked: no plan is held",
    caution: "This does not mean the child is safe. If you are worried, ring the duty team.",
    role: "status",
  },
  "could-not-check": {
    icon: CrossCircleIcon,
    verdict: "Could not check",
    caution: "You have no answer about this child. Try again, or ring the duty team.",
    role: "alert",
  },
};

/**
 * The answer to a lookup. The three kinds differ in colour, lightness, shape, icon and words, so that no one
 * of these has to be seen to tell them apart (first promise of the service).
 */
export function AnswerPanel({ kind, verdict, children }: AnswerPanelProps): ReactElement {
  const look = looks[kind];
  return (
    <section className={`answer-panel answer-panel--${kind}`}>
      <div className="answer-panel__head" role={look.role}>
        {look.icon()}
        <div className="answer-panel__words">
          <h2 className="answer-panel__verdict">{verdict ?? look.verdict}</h2>
          <p className="answer-panel__caution">{look.caution}</p>
        </div>
      </div>
      {children !== undefined && <div className="answer-panel__body">{children}</div>}
    </section>
  );
}
