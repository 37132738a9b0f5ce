"use client";

import { useEffect } from "react";
import { dropAnswer } from "@/app/_pwa/waiting/waiting-store";

/** A card that is on the screen need not be announced any more. */
export function useAnswerOpened(lookupId: string | undefined): void {
  useEffect(() => {
    if (lookupId !== undefined) void dropAnswer(lookupId).catch(() => undefined);
  }, [lookupId]);
}
