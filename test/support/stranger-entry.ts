import type { PersonActor } from "@/server/vocabulary/actor";
import type { FullWorld } from "@/test/support/make-full-world";

/** What a procedure is asked with the ids of another organisation. */
export interface Entry {
  /** The input, made with the ids of the other organisation. */
  readonly input?: (theirs: FullWorld) => unknown;
  /** What a stranger gets: the code of an error, or an answer. Whatever it is, nothing of theirs may be in it. */
  readonly gets: unknown;
  /** Who of the other organisation gets an answer to the same question, if not anybody with the permission. */
  readonly owner?: (theirs: FullWorld) => PersonActor;
  /** What the owner gets, where the answer names nothing of theirs and changes nothing. */
  readonly ownerGets?: unknown;
}
