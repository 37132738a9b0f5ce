import type { z } from "zod";

type PageQuery<Query> =
  { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly problem: string };

/** What the address of a page asks (`after`, `limit`), or what is wrong with it, in words. */
export function readPageQuery<Query>(request: Request, schema: z.ZodType<Query>): PageQuery<Query> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  return parsed.success ? { ok: true, query: parsed.data } : { ok: false, problem: inWords(parsed.error) };
}

function inWords({ issues: [issue] }: z.ZodError): string {
  const name = issue?.path.join(".") ?? "";
  return name === "" ? "Only after and limit are understood here." : `${name} ${issue?.message ?? ""}`;
}
