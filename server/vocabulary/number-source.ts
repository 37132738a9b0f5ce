/** How the number of a lookup came to the phone: a code on a band, the clipboard, a thumb, a search, another system. */
export const numberSources = ["scanned", "pasted", "typed", "searched", "system"] as const;
export type NumberSource = (typeof numberSources)[number];
