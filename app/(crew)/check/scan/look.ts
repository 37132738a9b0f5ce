import type { CodeReader } from "./code-reader";
import { makeCamera, type PictureSource } from "./picture";
import { readScan, type Scan } from "@/server/vocabulary/scan";

/**
 * Looks at one frame after another: mostly quickly, every third time thoroughly, whole and close up in turn. Whatever was
 * found is looked at again, whole and thoroughly, before it counts, so that a second band beside it is not missed.
 */
export function makeLook(reader: CodeReader): (source: PictureSource) => Promise<Scan> {
  const take = makeCamera();
  let looks = 0;

  const codesIn = async (source: PictureSource, part: number, isThorough: boolean) => {
    const picture = take(source, part);
    return picture === undefined ? [] : reader.read(picture, isThorough);
  };
  return async (source) => {
    const { part, isThorough } = manners[looks % manners.length] ?? manners[0];
    looks += 1;
    const first = await codesIn(source, part, isThorough);
    if (first.length === 0) return { kind: "nothing" };
    const isWhole = part === 1 && isThorough;
    return readScan(isWhole ? first : [...first, ...(await codesIn(source, 1, true))]);
  };
}

/** A photo stands still: everything is tried on it, whole and close up. */
export async function lookAtPhoto(reader: CodeReader, source: PictureSource): Promise<Scan> {
  const take = makeCamera();
  const codes: string[] = [];
  for (const part of [1, 0.7, 0.45]) {
    const picture = take(source, part);
    if (picture !== undefined) codes.push(...(await reader.read(picture, true)));
  }
  return readScan(codes);
}

const manners = [
  { part: 1, isThorough: false },
  { part: 0.5, isThorough: false },
  { part: 1, isThorough: true },
  { part: 0.6, isThorough: true },
] as const;
