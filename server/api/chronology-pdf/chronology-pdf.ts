import { setImmediate } from "node:timers/promises";
import {
  endBlocks,
  entryBlocks,
  headBlocks,
  imprintOf,
  type Block,
} from "@/server/api/chronology-pdf/blocks";
import { openPaper } from "@/server/api/chronology-pdf/paper";
import type { Chronology } from "@/server/domain/chronology/chronology";

/**
 * The chronology as a PDF, in pieces as they are asked for: each page is let go when it is full, however many entries
 * there are, and between two entries others have their turn. Neither title nor author names the child.
 */
export async function* chronologyPdf(chronology: Chronology): AsyncGenerator<Uint8Array, void, undefined> {
  const { child, reference, readAt } = chronology;
  const paper = openPaper({
    title: `Chronology ${reference}`,
    author: child.authorityName,
    head: `${child.authorityName}. Chronology ${reference}`,
    foot: imprintOf(chronology),
    madeAt: readAt,
  });
  for (const blocks of sectionsOf(chronology)) {
    paper.write(blocks);
    const finished = paper.read();
    if (finished.length > 0) yield finished;
    await setImmediate();
  }
  paper.end();
  yield paper.read();
}

function* sectionsOf(chronology: Chronology): Generator<readonly Block[], void, undefined> {
  yield headBlocks(chronology);
  for (const entry of chronology.entries) yield entryBlocks(entry);
  yield endBlocks(chronology);
}
