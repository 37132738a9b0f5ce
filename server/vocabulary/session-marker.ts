/** The header by which a page says for which session it was made. */
export const sessionMarkerHeader = "lantern-session";
/** The `meta` element of a page that holds the marker of its session. */
export const sessionMarkerMeta = "lantern-session";
