"use client";

import { useEffect, useId, useRef, type ReactElement, type ReactNode } from "react";
import { ChooseBand } from "./choose-band";
import { PhotoButton } from "./photo-button";
import { troubleInWords } from "./scan-trouble";
import { TorchAndZoom } from "./torch-and-zoom";
import { useScan, type ScanStep } from "./use-scan";
import { Button } from "@/app/_ui/button";
import type { FoundNumber } from "@/server/vocabulary/wristband";

interface ScannerProps {
  readonly onFound: (found: FoundNumber) => void;
  readonly onLeave: () => void;
  /** What has to stay in sight while the camera covers the page. */
  readonly children?: ReactNode;
}

/** The camera over the whole screen, with a frame to hold the band in and one big way out. */
export function Scanner({ onFound, onLeave, children }: ScannerProps): ReactElement {
  const { video, state, advice, start, stop, beginPhoto } = useScan(onFound);
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    title.current?.focus();
    return () => element?.close();
  }, []);

  return (
    <dialog ref={dialog} className="scanner" aria-labelledby={titleId} onCancel={onLeave}>
      <video
        ref={video}
        className="scanner__video"
        hidden={state.step !== "looking"}
        muted
        playsInline
        aria-hidden
      />
      {state.step === "looking" && <div className="scanner__guide" aria-hidden />}
      <div className="scanner__head">
        {children}
        <h2 id={titleId} ref={title} className="scanner__title" tabIndex={-1}>
          {titleOf(state)}
        </h2>
        <p className="scanner__says" role="status">
          {advice ?? (state.step === "trouble" ? troubleInWords[state.trouble].words : wordsOf[state.step])}
        </p>
        {state.step === "choosing" && <ChooseBand found={state.found} onChoose={onFound} onNeither={start} />}
      </div>
      <div className="scanner__actions">
        {state.step === "looking" && <TorchAndZoom track={state.track} />}
        {(state.step === "stopped" || state.step === "trouble") && (
          <Button type="button" variant="secondary" onClick={start}>
            Start the camera again
          </Button>
        )}
        {state.step !== "choosing" && <PhotoButton onOpen={stop} onBegin={beginPhoto} />}
        <Button type="button" big onClick={onLeave}>
          Cancel and type
        </Button>
      </div>
    </dialog>
  );
}

function titleOf(state: ScanStep): string {
  if (state.step === "trouble") return troubleInWords[state.trouble].title;
  return state.step === "choosing" ? "Two people in the picture" : "Scan a band";
}

const wordsOf: Readonly<Record<Exclude<ScanStep["step"], "trouble">, string>> = {
  opening: "Opening the camera. If the phone asks, allow it.",
  looking: "Hold the code on the wristband in the frame.",
  stopped: "The camera is off.",
  choosing: "Codes of more than one person were read. Which is the child in front of you?",
};
