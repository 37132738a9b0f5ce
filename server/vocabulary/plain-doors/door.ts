import type { z } from "zod";

export interface Answer {
  readonly meaning: string;
  /** By media type; nothing where the answer has no body. */
  readonly content?: Readonly<Record<string, z.ZodType | "text">>;
  /** Headers that matter to the caller, with their meaning. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One way to ask one of the plain JSON doors. */
export interface Door {
  readonly method: "get" | "put";
  /** With {names} of its parts. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  /** Whether it opens with the bearer token of an authority's system. */
  readonly withToken: boolean;
  /** The parts of the path, with their meaning. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly query?: z.ZodObject;
  readonly body?: { readonly type: string; readonly schema: z.ZodType | "text" };
  readonly answers: Readonly<Record<number, Answer>>;
}
