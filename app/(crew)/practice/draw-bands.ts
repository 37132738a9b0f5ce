import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { bandDrawing } from "./band-drawing";
import { bandFileOf, practiceChildren } from "@/server/vocabulary/practice-child";

// Draws the wristband codes of the practice children again: tsx "app/(crew)/practice/draw-bands.ts". Needed only when
// the cast changes; the drawings are kept in the repository.

const folder = path.resolve(import.meta.dirname, "../../../public");
await mkdir(path.join(folder, "practice-bands"), { recursive: true });
for (const child of practiceChildren)
  await writeFile(path.join(folder, bandFileOf(child)), bandDrawing(child));
