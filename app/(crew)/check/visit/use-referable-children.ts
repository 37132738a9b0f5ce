"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/app/_trpc/browser";
import type { ReferableChild } from "@/server/domain/referral/list-children";

/** Who else was checked this shift and is known; none while that is not known. */
export function useReferableChildren(nhsNumber: string): readonly ReferableChild[] {
  const [children, setChildren] = useState<readonly ReferableChild[]>([]);

  useEffect(() => {
    let isWanted = true;
    void trpc.referral.children.query().then(
      (found) => {
        if (isWanted) setChildren(found.filter((child) => child.nhsNumber !== nhsNumber));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [nhsNumber]);

  return children;
}
