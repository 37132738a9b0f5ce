import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { openedPath } from "@/server/vocabulary/record-problem";

interface SentByRecord {
  /** As it stood in the address, until it has been asked about. */
  readonly sent: string | undefined;
  readonly done: () => void;
}

/**
 * What another system sent along with the browser. It leaves the address at once, before anything else is loaded or asked:
 * a change of the address later would take an answer away.
 */
export function useSentByRecord(): SentByRecord {
  const isOpened = usePathname() === openedPath;
  const search = useSearchParams();
  const [sent, setSent] = useState(() => (isOpened ? search.toString() : undefined));

  useEffect(() => {
    if (isOpened) window.history.replaceState(null, "", "/check");
  }, [isOpened]);

  return {
    sent,
    done: () => {
      setSent(undefined);
    },
  };
}
