"use client";

import { useRouter } from "next/navigation";
import type { ReactElement, ReactNode } from "react";
import { useIsOld } from "./use-is-old";
import { ProblemIcon } from "@/app/_ui/icons";

interface AgeingProps {
  /** When the answer was so, as an instant and in words. */
  readonly asAt: string;
  readonly inWords: string;
  /** The answer. */
  readonly children: ReactNode;
}

/** An answer that holds for some minutes; then the page says so, and no more that all is well. */
export function Ageing({ asAt, inWords, children }: AgeingProps): ReactElement {
  const router = useRouter();
  const isOld = useIsOld(asAt, () => {
    router.refresh();
  });
  return (
    <>
      {!isOld && children}
      <div role="status">
        {isOld && (
          <p className="verdict verdict--doubtful">
            <ProblemIcon />
            <span>This page is of {inWords}. What it says may not be so any more: look again.</span>
          </p>
        )}
      </div>
    </>
  );
}
