import { openCodeReader, type CodeReader } from "./code-reader";
import { makeLook } from "./look";
import { troubleOf, type ScanTrouble } from "./scan-trouble";
import type { Scan } from "@/server/vocabulary/scan";

export interface ScanListener {
  /** The camera is on; the track is for torch and zoom. */
  readonly onCamera: (track: MediaStreamTrack) => void;
  readonly onScan: (scan: Exclude<Scan, { readonly kind: "nothing" }>) => void;
  readonly onTrouble: (trouble: ScanTrouble) => void;
}

/**
 * Opens the rear camera and the reader side by side, shows the one in `video` and looks with the other at frame after
 * frame until it is stopped. Frames go from the camera to the reader and nowhere else. What it gives back stops
 * everything, also what is still being opened.
 */
export function startScan(video: HTMLVideoElement, listener: ScanListener): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  void run(video, listener, signal);
  return () => {
    stopping.abort();
    video.srcObject = null;
  };
}

async function run(video: HTMLVideoElement, listener: ScanListener, signal: AbortSignal): Promise<void> {
  const reading = openReader(signal);
  try {
    const stream = await openCamera(signal);
    const [track] = stream.getVideoTracks();
    if (track === undefined || isStopped(signal)) return;
    // A call that comes in takes the camera away.
    track.addEventListener("ended", () => {
      if (!isStopped(signal)) listener.onTrouble("in-use");
    });
    video.srcObject = stream;
    listener.onCamera(track);
    await video.play();
  } catch (error) {
    if (!isStopped(signal)) listener.onTrouble(isTrouble(error) ? error.trouble : troubleOf(error));
    return;
  }
  const reader = await reading;
  if (isStopped(signal)) return;
  if (reader === undefined) listener.onTrouble("reader-missing");
  else await lookOn(video, { listener, signal, reader });
}

/** Undefined where it could not be loaded: what the camera says comes first. */
async function openReader(signal: AbortSignal): Promise<CodeReader | undefined> {
  try {
    const reader = await openCodeReader();
    if (signal.aborted) reader.close();
    else signal.addEventListener("abort", () => reader.close());
    return reader;
  } catch {
    return undefined;
  }
}

class CameraTrouble extends Error {
  constructor(readonly trouble: ScanTrouble) {
    super(trouble);
  }
}

function isTrouble(error: unknown): error is CameraTrouble {
  return error instanceof CameraTrouble;
}

async function openCamera(signal: AbortSignal): Promise<MediaStream> {
  if (!window.isSecureContext) throw new CameraTrouble("not-secure");
  // TypeScript thinks that every browser has it.
  if (!("mediaDevices" in navigator)) throw new CameraTrouble("not-supported");
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop);
  return stream;
}

interface Looking {
  readonly listener: ScanListener;
  readonly signal: AbortSignal;
  readonly reader: CodeReader;
}

async function lookOn(video: HTMLVideoElement, { listener, signal, reader }: Looking): Promise<void> {
  const look = makeLook(reader);
  try {
    await nextFrame(video);
    // Times alone: what a scan takes is measured by them, and they say nothing about anybody.
    performance.mark("scan-first-frame");
    while (!isStopped(signal)) {
      const scan = await look({ image: video, width: video.videoWidth, height: video.videoHeight });
      if (isStopped(signal)) return;
      if (scan.kind !== "nothing") listener.onScan(scan);
      await nextFrame(video);
    }
  } catch {
    if (!isStopped(signal)) listener.onTrouble("reader-missing");
  }
}

/** Asked anew: stopping happens while something is awaited. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Of a video that was stopped there is none, and nothing goes on. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(() => resolve());
    else requestAnimationFrame(() => resolve());
  });
}
