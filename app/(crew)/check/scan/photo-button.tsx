"use client";

import { useState, type ChangeEvent, type ReactElement } from "react";
import { openCodeReader } from "./code-reader";
import { lookAtPhoto } from "./look";
import type { Scan } from "@/server/vocabulary/scan";

interface PhotoButtonProps {
  /** The phone's own camera app cannot have the camera while we have it. */
  readonly onOpen: () => void;
  /** Called as a photo begins to be read; what it gives back is told what was read. */
  readonly onBegin: () => (scan: Scan | "unreadable") => void;
}

/** A still photo, read on the phone: for phones whose camera we may not have, and for codes that will not hold still. */
export function PhotoButton({ onOpen, onBegin }: PhotoButtonProps): ReactElement {
  const [isReading, setIsReading] = useState(false);

  async function take({ currentTarget: input }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const tell = onBegin();
    setIsReading(true);
    const scan = await readPhoto(file);
    // Nothing of the photo is kept, and the same one may be chosen again.
    input.value = "";
    setIsReading(false);
    tell(scan);
  }

  return (
    <label className="nhsuk-button nhsuk-button--secondary scanner__photo">
      {isReading ? "Reading the photo…" : "Take a photo"}
      <input
        className="nhsuk-u-visually-hidden"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={isReading}
        onClick={onOpen}
        onChange={(event) => void take(event)}
      />
    </label>
  );
}

async function readPhoto(file: File): Promise<Scan | "unreadable"> {
  try {
    const [reader, image] = await Promise.all([openCodeReader(), createImageBitmap(file)]);
    const scan = await lookAtPhoto(reader, { image, width: image.width, height: image.height });
    image.close();
    reader.close();
    return scan;
  } catch {
    return "unreadable";
  }
}
