import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";

/** A PDF as a reader that is not ours understands it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly isTagged: boolean;
  readonly pages: readonly PdfPage[];
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** All that is written on it, head and foot first. */
  readonly text: string;
  /** The corners of each piece of text, in points from the lower left. */
  readonly boxes: readonly { left: number; right: number; bottom: number; top: number; text: string }[];
  /** What stands in the structure, in reading order: H1, P and so on. */
  readonly tags: readonly string[];
}

const Info = z.object({ Title: z.string(), Language: z.string().nullable() });
const Piece = z.object({
  str: z.string(),
  width: z.number(),
  height: z.number(),
  hasEOL: z.boolean(),
  transform: z.array(z.number()).length(6),
});

/** Reads a whole file; throws where it is broken. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  const { Title, Language } = Info.parse(info);
  const marks: unknown = await pdf.getMarkInfo();
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = [];
  for (const number of numbers) pages.push(await readPage(await pdf.getPage(number)));
  await pdf.loadingTask.destroy();
  return {
    title: Title,
    language: Language,
    isTagged: z.map(z.string(), z.unknown()).nullable().parse(marks)?.get("Marked") === true,
    pages,
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>;

async function readPage(page: Page): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const pieces = z.array(Piece).parse((await page.getTextContent()).items);
  return {
    width,
    height,
    text: pieces
      .map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str))
      .join("")
      .replace(/ +/g, " "),
    boxes: pieces.map(({ str, transform, width: wide, height: high }) => {
      const [, , , , left = NaN, bottom = NaN] = transform;
      return { left, right: left + wide, bottom, top: bottom + high, text: str };
    }),
    tags: tagsIn(await page.getStructTree()),
  };
}

function tagsIn(node: unknown): readonly string[] {
  const parsed = z.object({ role: z.string(), children: z.array(z.unknown()) }).safeParse(node);
  if (!parsed.success) return [];
  return [parsed.data.role, ...parsed.data.children.flatMap(tagsIn)];
}
