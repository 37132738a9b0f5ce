"use client";

import { memo, startTransition, useEffect, useState, type ComponentType, type ReactElement } from "react";
import { NotLoaded } from "./not-loaded";
import { ownTask } from "@/app/_pwa/own-task";

export interface LaterPart<Props> {
  (props: Props): ReactElement;
  /** Begins to load it, where it is sure to be wanted soon. */
  readonly begin: () => void;
}

/**
 * A part of a page whose script is loaded when the part is wanted; `what` names it at the beginning of a sentence. Until
 * then its place says so, and where it cannot be loaded, says that and tries again at a tap.
 */
export function later<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
): LaterPart<Props> {
  let loaded: ComponentType<Props> | undefined;

  async function begin(): Promise<ComponentType<Props>> {
    const part = loaded ?? (await load());
    // Asked for twice at once it is one part still: another would take the place of what is being written in the first.
    // And what becomes known around it draws nothing of it anew.
    loaded ??= memo(part) as unknown as ComponentType<Props>;
    return loaded;
  }

  function Later(props: Props): ReactElement {
    const [Part, setPart] = useState(() => loaded);
    const [attempt, setAttempt] = useState({ count: 0, hasFailed: false });
    useEffect(() => {
      let isWanted = true;
      ownTask()
        .then(begin)
        .then(
          (part) => {
            // Drawn bit by bit: whatever is tapped meanwhile goes first.
            startTransition(() => {
              if (isWanted) setPart(() => part);
            });
          },
          () => {
            if (isWanted) setAttempt(({ count }) => ({ count, hasFailed: true }));
          },
        );
      return () => {
        isWanted = false;
      };
    }, [attempt.count]);

    if (Part !== undefined) return <Part {...props} />;
    if (!attempt.hasFailed) return <p role="status">{what} is loading…</p>;
    return (
      <NotLoaded
        what={what}
        onTryAgain={() => {
          setAttempt(({ count }) => ({ count: count + 1, hasFailed: false }));
        }}
      />
    );
  }

  return Object.assign(Later, {
    begin: () => {
      // What cannot be loaded yet is tried again when it is shown, and said there.
      begin().catch(() => undefined);
    },
  });
}
