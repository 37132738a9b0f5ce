/** A frame to look through; its pixels are handed over and not copied. */
export interface ReaderRequest {
  readonly id: number;
  readonly pixels: ArrayBuffer;
  readonly width: number;
  readonly height: number;
  readonly isThorough: boolean;
}

export type ReaderReply =
  | { readonly kind: "ready" }
  | { readonly kind: "failed" }
  | { readonly kind: "read"; readonly id: number; readonly codes: readonly string[] };
