/** Windows hear of it: a card clears itself. */
export const lockedEvent = "lantern-locked";
