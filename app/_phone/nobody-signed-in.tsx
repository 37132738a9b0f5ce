"use client";

import { useEffect, type ReactElement } from "react";
import { WaitingNotices } from "./waiting-notices";
import { clearPhone } from "@/app/_pwa/phone/phone-session";

/** The service says that nobody is signed in here: whatever was kept for somebody goes, and it is said if it mattered. */
export function NobodySignedIn(): ReactElement {
  useEffect(() => {
    void clearPhone().catch(() => undefined);
  }, []);
  return <WaitingNotices />;
}
