import { createHash } from "node:crypto";

/** A UUID of version 8 (RFC 9562: made by a rule of one's own) from the beginning of a digest. */
export function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** The same UUID for the same parts in the same order, which tells nobody what they are. Pure. */
export function uuidOfParts(...parts: readonly (string | number)[]): string {
  return uuidOf(createHash("sha256").update(JSON.stringify(parts)).digest("hex"));
}
