"use client";

import { useEffect, useState } from "react";
import { onPhoneNews } from "@/app/_pwa/phone/phone-news";
import { phoneMarker, phonePerson, type PhonePerson } from "@/app/_pwa/phone/phone-session";

export interface PhoneOwner {
  readonly marker: string;
  readonly person: PhonePerson;
}

/** Whose phone this is, as the phone itself knows; "unknown" until it has looked. */
export function usePhonePerson(): PhoneOwner | "nobody" | "unknown" {
  const [owner, setOwner] = useState<PhoneOwner | "nobody" | "unknown">("unknown");

  useEffect(() => {
    let isWanted = true;
    const read = (): void => {
      void ownerOfPhone()
        .catch(() => "nobody" as const)
        .then((found) => {
          // Whoever was here keeps the screen until the service knows that they have left.
          if (isWanted)
            setOwner((before) => (found === "nobody" && typeof before === "object" ? before : found));
        });
    };
    read();
    const stop = onPhoneNews((news) => {
      if (news === "changed") read();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, []);

  return owner;
}

async function ownerOfPhone(): Promise<PhoneOwner | "nobody"> {
  const [marker, person] = [await phoneMarker(), await phonePerson()];
  return marker === undefined || person === undefined ? "nobody" : { marker, person };
}
