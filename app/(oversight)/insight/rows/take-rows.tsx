"use client";

import { useRef, useState, type MouseEvent, type ReactElement } from "react";
import type { RowsProgress } from "./save-rows";
import { Button } from "@/app/_ui/button";
import { classNames } from "@/app/_ui/class-names";
import { formatCount } from "@/server/vocabulary/format-count";

interface TakeRowsProps {
  /** Where the file is. */
  readonly href: string;
}

interface Said {
  readonly words: string;
  readonly isTrouble: boolean;
}

const nothing: Said = { words: "", isTrouble: false };

/** All rows of the page as a file: how far it is, and a way to stop. Without script it is a plain link. */
export function TakeRows({ href }: TakeRowsProps): ReactElement {
  const [progress, setProgress] = useState<RowsProgress | undefined>();
  const [said, setSaid] = useState(nothing);
  const running = useRef<AbortController | undefined>(undefined);
  const link = useRef<HTMLAnchorElement>(null);

  async function take(event: MouseEvent): Promise<void> {
    event.preventDefault();
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setSaid(nothing);
    setProgress({ rows: 0, of: 0 });
    try {
      const { saveRows } = await import("./save-rows");
      const words = await saveRows(href, { signal: controller.signal, onProgress: setProgress });
      setSaid({ words, isTrouble: false });
    } catch (error) {
      setSaid(
        controller.signal.aborted
          ? { words: stopped, isTrouble: false }
          : { words: wordsOf(error), isTrouble: true },
      );
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
  }

  function stop(): void {
    running.current?.abort();
    // The button goes away, and who pressed it is not to be lost.
    link.current?.focus();
  }

  return (
    <div className="take-rows">
      <p className="insight-tools">
        <a
          ref={link}
          href={href}
          download
          onClick={(event) => void take(event)}
          aria-disabled={progress !== undefined}
        >
          Take all these rows away (CSV)
        </a>
        . The file has the columns of this page, and nobody’s name. Its last line says how many rows it has: a
        file without that line is not whole.
      </p>
      {progress && <HowFar progress={progress} onStop={stop} />}
      <p
        role="status"
        className={classNames(progress && "nhsuk-u-visually-hidden", said.isTrouble && "take-rows__trouble")}
      >
        {progress ? readOut(progress) : said.words}
      </p>
    </div>
  );
}

const stopped = "Stopped. Nothing was saved.";

function wordsOf(error: unknown): string {
  return error instanceof Error && error.name === "RowsTrouble"
    ? error.message
    : "The connection was lost, so the file is not whole. Nothing was saved. Try again.";
}

/** Each row counts for the eye; read out is each tenth. */
function readOut({ rows, of }: RowsProgress): string {
  const tenth = of === 0 ? 0 : Math.min(10, Math.floor((rows / of) * 10));
  return tenth === 0 ? "The file is being fetched." : `${String(tenth * 10)}% of the rows are here.`;
}

function HowFar({ progress, onStop }: { progress: RowsProgress; onStop: () => void }): ReactElement {
  const { rows, of } = progress;
  return (
    <div className="take-rows__progress">
      <progress max={Math.max(of, rows, 1)} value={rows} aria-label="Rows fetched" />
      <p aria-hidden="true">
        {of === 0
          ? "The rows are being asked for…"
          : `${formatCount(rows)} of ${formatCount(Math.max(of, rows))} rows`}
      </p>
      <Button type="button" variant="secondary" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}
