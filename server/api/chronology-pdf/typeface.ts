import { readFileSync } from "node:fs";
import path from "node:path";
import { create } from "fontkit";

/** The letters that a PDF carries with it, so that a name looks the same on every machine. */
export interface Typeface {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** Whether both have a glyph for this character. */
  readonly isKnown: (codePoint: number) => boolean;
}

/** DejaVu Sans: Latin with all its marks, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic. Read once. */
export function readTypeface(): Typeface {
  return (kept ??= open("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"));
}

let kept: Typeface | undefined;

// The service is started in its own folder; a bundler must not take the path for a module.
const folder = path.join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");

function open(regularFile: string, boldFile: string): Typeface {
  const [regular, bold] = [
    readFileSync(path.join(folder, regularFile)),
    readFileSync(path.join(folder, boldFile)),
  ];
  const fonts = [regular, bold].map((bytes) => create(bytes));
  const isKnown = (codePoint: number) =>
    fonts.every((font) => "hasGlyphForCodePoint" in font && font.hasGlyphForCodePoint(codePoint));
  return { regular, bold, isKnown };
}
