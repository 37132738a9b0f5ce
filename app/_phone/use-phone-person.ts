"use client";

import { useEffect, useState } from "react";
import { onPhoneNews } from "@/app/_pwa/phone/phone-news";
import { phoneOwner, type PhoneOwner } from "@/app/_pwa/phone/phone-session";

type Owner = PhoneOwner | "nobody";

/**
 * Whose phone this is, as the phone itself knows; "unknown" until it has looked. `begun` is a look that somebody began
 * just now.
 */
export function usePhonePerson(begun?: Promise<Owner>): Owner | "unknown" {
  const [owner, setOwner] = useState<Owner | "unknown">("unknown");

  useEffect(() => {
    let isWanted = true;
    const show = (found: Owner): void => {
      // Whoever was here keeps the screen until the service knows that they have left.
      if (isWanted) setOwner((before) => (found === "nobody" && typeof before === "object" ? before : found));
    };
    void (begun ?? ownerOfPhone()).then(show);
    const stop = onPhoneNews((news) => {
      if (news === "changed") void ownerOfPhone().then(show);
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [begun]);

  return owner;
}

/** A phone whose storage is shut knows nobody. */
export async function ownerOfPhone(): Promise<Owner> {
  return (await phoneOwner().catch(() => undefined)) ?? "nobody";
}
