"use client";

import { useEffect, useState } from "react";
import { onPhoneNews } from "@/app/_pwa/phone/phone-news";
import { phoneOwner, type PhoneOwner } from "@/app/_pwa/phone/phone-session";

type Owner = PhoneOwner | "nobody";

/** Begun before the page is put together, since the number pad waits for it. */
let firstLook = typeof indexedDB === "undefined" ? undefined : ownerOfPhone();

/** Whose phone this is, as the phone itself knows; "unknown" until it has looked. */
export function usePhonePerson(): Owner | "unknown" {
  const [owner, setOwner] = useState<Owner | "unknown">("unknown");

  useEffect(() => {
    let isWanted = true;
    const show = (found: Owner): void => {
      // Whoever was here keeps the screen until the service knows that they have left.
      if (isWanted) setOwner((before) => (found === "nobody" && typeof before === "object" ? before : found));
    };
    void (firstLook ?? ownerOfPhone()).then(show);
    firstLook = undefined;
    const stop = onPhoneNews((news) => {
      if (news === "changed") void ownerOfPhone().then(show);
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, []);

  return owner;
}

/** A phone whose storage is shut knows nobody. */
async function ownerOfPhone(): Promise<Owner> {
  return (await phoneOwner().catch(() => undefined)) ?? "nobody";
}
