"use client";

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import type { ScanTrouble } from "./scan-trouble";
import { startScan } from "./start-scan";
import { vibrate } from "@/app/_ui/vibration";
import type { Scan } from "@/server/vocabulary/scan";
import type { FoundNumber } from "@/server/vocabulary/wristband";

export type ScanStep =
  | { readonly step: "opening" }
  | { readonly step: "looking"; readonly track: MediaStreamTrack }
  | { readonly step: "stopped" }
  | { readonly step: "trouble"; readonly trouble: ScanTrouble }
  | { readonly step: "choosing"; readonly found: readonly FoundNumber[] };

export interface Scanning {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: ScanStep;
  /**
   * What the last code or photo was that gave no number, or what helps when nothing is found for a while. What was
   * advised before the camera failed is for a camera that works; a photo that fails later is the newer news.
   */
  readonly advice: string | undefined;
  readonly start: () => void;
  readonly stop: () => void;
  /** A photo is being read from now on; what it gives back takes what was read, unless something else came first. */
  readonly beginPhoto: () => (scan: Scan | "unreadable") => void;
}

const adviceAfterMilliseconds = 10_000;

/** The camera from opening to a number. It goes off when the page is left or hidden, and stays off until it is wanted. */
export function useScan(onFound: (found: FoundNumber) => void): Scanning {
  const video = useRef<HTMLVideoElement>(null);
  const stopCamera = useRef<() => void>(undefined);
  const turn = useTurn();
  const [state, setState] = useState<ScanStep>({ step: "opening" });
  const [advice, setAdvice] = useState<string>();

  function end(next: ScanStep): void {
    stopCamera.current?.();
    stopCamera.current = undefined;
    setState(next);
  }
  function settle(next: ScanStep): void {
    turn.end();
    vibrate("scanned");
    end(next);
  }
  function take(scan: Scan | "unreadable"): void {
    if (isWithoutNumber(scan)) setAdvice(adviceAfter(scan));
    else if (scan.kind === "several") settle({ step: "choosing", found: scan.found });
    else {
      performance.mark("scan-found");
      settle({ step: "stopped" });
      onFound(scan.found);
    }
  }
  function start(): void {
    if (video.current === null) return;
    stopCamera.current?.();
    stopCamera.current = startScan(video.current, {
      onCamera: (track) => setState({ step: "looking", track }),
      onScan: take,
      onTrouble: (trouble) => {
        setAdvice(undefined);
        end({ step: "trouble", trouble });
      },
    });
  }
  const startAtOnce = useEffectEvent(start);

  useEffect(() => {
    startAtOnce();
    return () => stopCamera.current?.();
  }, []);

  useWhenHidden(() => {
    if (stopCamera.current !== undefined) end({ step: "stopped" });
  });
  useWhenLooksAreLong(state.step === "looking", () => setAdvice((now) => now ?? slowAdvice));

  return {
    video,
    state,
    advice,
    start: () => {
      turn.end();
      setState({ step: "opening" });
      setAdvice(undefined);
      start();
    },
    stop: () => end({ step: "stopped" }),
    beginPhoto: () => turn.of(take),
  };
}

type WithoutNumber = "unreadable" | Extract<Scan, { readonly kind: "nothing" | "refused" }>;

function isWithoutNumber(scan: Scan | "unreadable"): scan is WithoutNumber {
  return scan === "unreadable" || scan.kind === "nothing" || scan.kind === "refused";
}

function adviceAfter(scan: WithoutNumber): string {
  if (scan === "unreadable") return photoAdvice;
  return scan.kind === "nothing" ? nothingInPhoto : scan.message;
}

interface Turn {
  /** What has begun before is of another child, or not wanted any more. */
  readonly end: () => void;
  /** The same act, which does nothing once the turn in which it was made has ended. */
  readonly of: <Told>(act: (told: Told) => void) => (told: Told) => void;
}

/** From one code to the next, and to when the scanner is left. */
function useTurn(): Turn {
  const count = useRef(0);
  useEffect(
    () => () => {
      count.current += 1;
    },
    [],
  );
  return {
    end: () => {
      count.current += 1;
    },
    of: (act) => {
      const own = count.current;
      return (told) => {
        if (own === count.current) act(told);
      };
    },
  };
}

function useWhenHidden(stop: () => void): void {
  const stopNow = useEffectEvent(stop);
  useEffect(() => {
    const stopIfHidden = () => {
      if (document.visibilityState === "hidden") stopNow();
    };
    document.addEventListener("visibilitychange", stopIfHidden);
    return () => document.removeEventListener("visibilitychange", stopIfHidden);
  }, []);
}

function useWhenLooksAreLong(isLooking: boolean, advise: () => void): void {
  const adviseNow = useEffectEvent(advise);
  useEffect(() => {
    if (!isLooking) return undefined;
    const timer = setTimeout(() => adviseNow(), adviceAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [isLooking]);
}

const slowAdvice =
  "Nothing read yet. More light or the torch, a hand’s length away, the band flat and still. Or take a photo, or type.";
const nothingInPhoto = "No code could be read in the photo. Take it closer and sharper, or type the number.";
const photoAdvice = "The photo could not be read on this phone. Type the number.";
