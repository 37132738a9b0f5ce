"use client";

import { startTransition, useDeferredValue, useEffect, useState, type ReactElement } from "react";
import { freshDirectory, keptDirectory, type PublicDirectory } from "@/app/_pwa/directory-store";
import { DirectoryAuthorityEntry } from "./directory-authority-entry";
import { authoritiesNamed } from "./find-authority";
import { TextField } from "./text-field";
import { formatDateTime } from "@/server/vocabulary/london-time";

type State =
  | { readonly kind: "loading" }
  | { readonly kind: "none" }
  | { readonly kind: "ready"; readonly directory: PublicDirectory; readonly isFresh: boolean };

/** Few enough to show their numbers at once. */
const OPEN_AT_MOST = 3;

/**
 * Every authority's duty numbers, from the copy on the phone at once and from the service when it answers. Works
 * without a connection.
 */
export function DirectoryList(): ReactElement {
  const state = useDirectory();
  const [wanted, setWanted] = useState("");
  const settled = useDeferredValue(wanted);

  if (state.kind === "loading") return <p role="status">Looking for the numbers…</p>;
  if (state.kind === "none") return <NoDirectory />;
  const found = authoritiesNamed(settled, state.directory.authorities);
  return (
    <>
      <TextField
        id="authority"
        label="Which local authority?"
        hint="Start typing its name, for example Leeds"
        enterKeyHint="search"
        autoComplete="off"
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
        }}
      />
      <p role="status">{countInWords(found.length)}</p>
      <ul className="directory__list">
        {found.map((authority) => (
          <DirectoryAuthorityEntry
            key={authority.gssCode}
            authority={authority}
            isOpen={found.length <= OPEN_AT_MOST}
          />
        ))}
      </ul>
      <p className="nhsuk-hint">{dateInWords(state.directory.asAt, state.isFresh)}</p>
    </>
  );
}

function useDirectory(): State {
  const [state, setState] = useState<State>({ kind: "loading" });
  useEffect(() => {
    let isShown = true;
    // 153 entries: whatever else is on the page, such as the number pad, goes first.
    const show = (next: State): void => {
      if (isShown)
        startTransition(() => {
          setState(next);
        });
    };
    const load = async (): Promise<void> => {
      const kept = await keptDirectory().catch(() => undefined);
      if (kept !== undefined) show({ kind: "ready", directory: kept, isFresh: false });
      const fresh = await freshDirectory();
      if (fresh !== undefined) show({ kind: "ready", directory: fresh, isFresh: true });
      else if (kept === undefined) show({ kind: "none" });
    };
    void load();
    return () => {
      isShown = false;
    };
  }, []);
  return state;
}

function NoDirectory(): ReactElement {
  return (
    <p role="alert">
      The duty numbers are not on this phone yet. They are kept here from the first time Lantern opens with a
      connection. If a child is in danger now, <a href="tel:999">ring 999</a>.
    </p>
  );
}

function countInWords(count: number): string {
  if (count === 0) return "No authority has that name. Try fewer letters.";
  return count === 1 ? "1 authority" : `${String(count)} authorities`;
}

function dateInWords(asAt: string, isFresh: boolean): string {
  const when = formatDateTime(new Date(asAt));
  return isFresh ? `Up to date: ${when}.` : `Kept on this phone since ${when}. Numbers may have changed.`;
}
