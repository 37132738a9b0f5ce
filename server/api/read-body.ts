export type ReadBody =
  | { readonly kind: "whole"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "too-large" }
  /** Fewer bytes came than were announced. */
  | { readonly kind: "broken-off" };

/** Reads a request's body, and stops reading as soon as it is larger than allowed. */
export async function readBody(request: Request, mostBytes: number): Promise<ReadBody> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > mostBytes) return { kind: "too-large" };

  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) return { kind: "too-large" };
    chunks.push(chunk);
  }
  if (announced !== null && Number(announced) !== length) return { kind: "broken-off" };
  return { kind: "whole", bytes: new Uint8Array(Buffer.concat(chunks)) };
}
