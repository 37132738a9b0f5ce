"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/app/_trpc/browser";
import type { LookupId } from "@/server/vocabulary/ids";
import type { ReferableChild } from "@/server/domain/referral/list-children";

/** Who else was checked on the same call and is known; none while that is not known. */
export function useReferableChildren(lookupId: LookupId): readonly ReferableChild[] {
  const [children, setChildren] = useState<readonly ReferableChild[]>([]);

  useEffect(() => {
    let isWanted = true;
    void trpc.referral.children.query({ lookupId }).then(
      (found) => {
        if (isWanted) setChildren(found.filter((child) => child.lookupId !== lookupId));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [lookupId]);

  return children;
}
