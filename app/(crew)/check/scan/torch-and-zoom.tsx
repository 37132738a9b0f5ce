"use client";

import { useState, type ReactElement } from "react";
import { Button } from "@/app/_ui/button";

/** Torch and zoom of the camera, each where the phone has it. */
export function TorchAndZoom({ track }: { readonly track: MediaStreamTrack }): ReactElement {
  const { hasTorch, zoom } = abilitiesOf(track);
  const [isLit, setIsLit] = useState(false);

  function toggleTorch(): void {
    void set(track, { torch: !isLit }).then((isDone) => {
      if (isDone) setIsLit(!isLit);
    });
  }

  return (
    <>
      {hasTorch && (
        <Button type="button" variant="secondary" aria-pressed={isLit} onClick={toggleTorch}>
          Torch
        </Button>
      )}
      {zoom !== undefined && (
        <label className="scanner__zoom">
          Zoom
          <input
            type="range"
            min={zoom.min}
            max={zoom.max}
            step={zoom.step}
            defaultValue={zoom.now}
            onChange={(event) => {
              void set(track, { zoom: Number(event.currentTarget.value) });
            }}
          />
        </label>
      )}
    </>
  );
}

interface Zoom {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly now: number;
}

/** What the camera can do beside taking pictures. TypeScript knows neither, and some browsers cannot be asked. */
function abilitiesOf(track: MediaStreamTrack): {
  readonly hasTorch: boolean;
  readonly zoom: Zoom | undefined;
} {
  if (typeof Reflect.get(track, "getCapabilities") !== "function")
    return { hasTorch: false, zoom: undefined };
  const abilities = track.getCapabilities();
  const range: unknown = Reflect.get(abilities, "zoom");
  const now: unknown = Reflect.get(track.getSettings(), "zoom");
  return { hasTorch: Reflect.get(abilities, "torch") === true, zoom: zoomOf(range, now) };
}

function zoomOf(range: unknown, now: unknown): Zoom | undefined {
  if (typeof range !== "object" || range === null) return undefined;
  const [min, max, step] = ["min", "max", "step"].map((name): unknown => Reflect.get(range, name));
  if (typeof min !== "number" || typeof max !== "number" || max <= min) return undefined;
  return {
    min,
    max,
    step: typeof step === "number" && step > 0 ? step : 0.1,
    now: typeof now === "number" ? now : min,
  };
}

async function set(track: MediaStreamTrack, wish: Readonly<Record<string, unknown>>): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [wish] });
    return true;
  } catch {
    return false;
  }
}
