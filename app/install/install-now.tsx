"use client";

import { useState, useSyncExternalStore, type ReactElement } from "react";
import { hasInstallOffer, onInstallOffer, takeInstallOffer } from "@/app/_pwa/install-offer";
import { Button } from "@/app/_ui/button";

/** One button, where the browser itself offers to install. */
export function InstallNow(): ReactElement {
  const isOffered = useSyncExternalStore(onInstallOffer, hasInstallOffer, () => false);
  const [news, setNews] = useState("");

  return (
    <>
      {isOffered && (
        <Button
          type="button"
          big
          onClick={() =>
            void takeInstallOffer().then((outcome) => {
              if (outcome === "accepted")
                setNews("Lantern is being installed. Open it from your home screen.");
            })
          }
        >
          Install Lantern now
        </Button>
      )}
      <p role="status">{news}</p>
    </>
  );
}
