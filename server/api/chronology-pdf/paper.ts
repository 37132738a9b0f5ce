import PDFDocument from "pdfkit";
import type { Block } from "@/server/api/chronology-pdf/blocks";
import { layBlock, type LaidBlock, type Style } from "@/server/api/chronology-pdf/set-block";
import { readTypeface } from "@/server/api/chronology-pdf/typeface";
import { isRightToLeft, visualRuns } from "@/server/api/chronology-pdf/visual-runs";

const margin = 50;
const headSize = 8;

export interface Imprint {
  readonly title: string;
  readonly author: string;
  /** At the head of every page. */
  readonly head: string;
  /** At the foot of every page, beside its number. */
  readonly foot: string;
  readonly madeAt: Date;
}

/** A4 pages that are written on from top to bottom, in the order in which they are read. */
export interface Paper {
  /** Writes these together; on one page if they fit on one. */
  write(blocks: readonly Block[]): void;
  /** What has been finished since it was last asked; may be empty. */
  read(): Uint8Array;
  end(): void;
}

/**
 * Opens a tagged PDF: title, language, headings and paragraphs in reading order, its letters inside. Head and foot of
 * the pages are marked as not belonging to the text. A page is handed out as soon as it is full.
 */
export function openPaper(imprint: Imprint): Paper {
  const { regular, bold, isKnown } = readTypeface();
  const document = new PDFDocument({ ...settings, info: infoOf(imprint) });
  document.registerFont("regular", regular).registerFont("bold", bold);
  const root = document.struct("Document");
  document.addStructure(root);
  const pen = new Pen(document, imprint);
  const sheet = {
    width: pen.width,
    isKnown,
    measure: (text: string, { font, size }: Style) => document.font(font).fontSize(size).widthOfString(text),
  };

  return {
    write(blocks) {
      const laid = blocks.map((block) => layBlock(block, sheet));
      const section = document.struct("Sect");
      root.add(section);
      pen.makeRoom(laid);
      for (const block of laid) section.add(pen.write(block));
      section.end();
    },
    read: () => Buffer.concat(takeAll(document)),
    end() {
      root.end();
      document.end();
    },
  };
}

function takeAll(document: PDFKit.PDFDocument): Buffer[] {
  const taken: Buffer[] = [];
  for (let piece: unknown = document.read(); piece !== null; piece = document.read()) {
    if (piece instanceof Uint8Array) taken.push(Buffer.from(piece));
  }
  return taken;
}

const settings: PDFKit.PDFDocumentOptions = {
  size: "A4",
  margin,
  autoFirstPage: false,
  pdfVersion: "1.7",
  tagged: true,
  lang: "en-GB",
  displayTitle: true,
  // No font that is not carried inside.
  font: "",
};

function infoOf({ title, author, madeAt }: Imprint): PDFKit.DocumentInfo {
  return { Title: title, Author: author, Producer: "Lantern", Creator: "Lantern", CreationDate: madeAt };
}

/** Where on which page the next line goes. */
class Pen {
  private y = 0;
  private pages = 0;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly imprint: Imprint,
  ) {
    this.turnPage();
  }

  get width(): number {
    return this.document.page.width - 2 * margin;
  }

  private get bottom(): number {
    return this.document.page.height - margin;
  }

  /** Turns the page where these do not fit on it any more, but would on a page of their own. */
  makeRoom(blocks: readonly LaidBlock[]): void {
    const height = blocks.reduce((sum, block) => sum + block.height, 0);
    // What is longer than a page begins here if more than its heading does.
    const needed = height <= this.bottom - margin ? height : 120;
    if (this.y + needed > this.bottom) this.turnPage();
  }

  /** Writes one block, on as many pages as it takes. */
  write(block: LaidBlock): PDFKit.PDFStructureElement {
    const { style, lines, lineHeight } = block;
    const contents: PDFKit.PDFStructureContent[] = [];
    this.y += style.above;
    for (let written = 0; written < lines.length;) {
      if (this.y + lineHeight > this.bottom) this.turnPage();
      const fitting = Math.max(1, Math.floor((this.bottom - this.y) / lineHeight));
      if (block.isPositive && written === 0) this.drawPlus(style.size);
      contents.push(this.document.markStructureContent(style.tag));
      for (const line of lines.slice(written, written + fitting)) this.writeLine(line, block);
      this.document.endMarkedContent();
      written += fitting;
    }
    // The letters stand in the order of paper; what is read out must not.
    const actual = lines.join("");
    return this.document.struct(style.tag, isRightToLeft(actual) ? { actual } : {}, contents);
  }

  private writeLine(line: string, { style, indent, lineHeight, base, isStruck }: LaidBlock): void {
    let x = margin + indent;
    this.document.font(style.font).fontSize(style.size);
    for (const run of visualRuns(line, base)) {
      this.document.text(run, x, this.y, { lineBreak: false, strike: isStruck ?? false });
      x += this.document.widthOfString(run);
    }
    this.y += lineHeight;
  }

  private drawPlus(size: number): void {
    const { document, y } = this;
    const [x, middle, arm] = [margin + size / 2, y + size * 0.6, size * 0.28];
    document
      .markContent("Artifact", { type: "Layout" })
      .lineWidth(1)
      .circle(x, middle, size / 2);
    document
      .moveTo(x - arm, middle)
      .lineTo(x + arm, middle)
      .moveTo(x, middle - arm)
      .lineTo(x, middle + arm);
    document.stroke().endMarkedContent();
  }

  private turnPage(): void {
    const { document, imprint } = this;
    document.addPage();
    this.pages += 1;
    this.beside(imprint.head, "Official-sensitive", margin - 22);
    this.beside(imprint.foot, `Page ${String(this.pages)}`, this.bottom + 12);
    this.y = margin;
  }

  /** One line outside the text, with something at its right end. */
  private beside(left: string, right: string, y: number): void {
    const { document } = this;
    document.markContent("Artifact", { type: "Pagination" }).font("regular").fontSize(headSize);
    document.text(left, margin, y, { lineBreak: false });
    document.text(right, margin + this.width - document.widthOfString(right), y, { lineBreak: false });
    document.endMarkedContent();
  }
}
