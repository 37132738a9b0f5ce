export const refusalKinds = [
  "not-found",
  "not-permitted",
  "conflict",
  "invalid",
  "too-often",
  "unavailable",
] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/**
 * The service says no. The message is for the person in front of the screen: what is wrong and what to do, without
 * anybody's personal data, since doors log it. Each door maps the kind to its own dialect.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly kind: RefusalKind,
    message: string,
    /** With `too-often`: how many seconds to wait. */
    readonly waitSeconds?: number,
  ) {
    super(message);
  }
}
