import type { Query } from "@/app/(oversight)/insight/insight-address";
import type { OftenKind } from "@/server/vocabulary/often-seen";

/** Which children an address means: those seen four times or more, where it does not say. */
export function readOftenKind({ seen }: Query): OftenKind {
  return seen === "widely" ? "widely" : "often";
}

/** The page of the children that a figure counts. */
export function oftenAddress(kind: OftenKind): string {
  return `/insight/activity/children?seen=${kind}`;
}
