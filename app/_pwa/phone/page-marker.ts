import { sessionMarkerMeta } from "@/server/vocabulary/session-marker";

/** The marker of the session for which this page was made; undefined on a page that is for everybody. */
export function pageMarker(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${sessionMarkerMeta}"]`)?.content;
}
