import type { ReactElement } from "react";
import { PositiveIcon } from "./positive-evidence";
import type { Step } from "@/server/domain/chronology/chronology";

/** What was said or done; that it counts for the family, or was taken back, is said in words as well. */
export function StepWords({ step: { text, mark } }: { readonly step: Step }): ReactElement {
  if (mark === "retracted")
    return (
      <>
        <strong>Retracted:</strong> <del>{text}</del>
      </>
    );
  if (mark === "positive")
    return (
      <>
        <PositiveIcon /> <strong>Positive evidence:</strong> {text}
      </>
    );
  return <>{text}</>;
}
