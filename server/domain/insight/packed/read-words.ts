import { z } from "zod";
import type { Work } from "@/server/db/work";
import { none } from "@/server/domain/insight/packed/unpack";

const Words = z.array(z.object({ code: z.number(), word: z.string() }));

/** The words of these codes; `none` has no word. */
export async function readWords({ tx }: Work, codes: Iterable<number>): Promise<ReadonlyMap<number, string>> {
  const asked = [...codes].filter((code) => code !== none);
  if (asked.length === 0) return new Map();
  const rows: unknown = await tx.$queryRaw`
    select code, word from figure_word where code = any (${asked}::int[])`;
  return new Map(Words.parse(rows).map(({ code, word }) => [code, word]));
}

/** The code of a word; undefined where it was never counted by. */
export async function readCode({ tx }: Work, word: string): Promise<number | undefined> {
  const rows: unknown = await tx.$queryRaw`select code, word from figure_word where word = ${word}`;
  return Words.parse(rows)[0]?.code;
}
