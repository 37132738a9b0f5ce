import { saveBlob } from "@/app/_ui/save-blob";
import type { RecordFile } from "@/server/api/look-record/file";

/** Hands a file of the record to the browser to be saved under its name. */
export function saveFile({ fileName, mediaType, base64 }: RecordFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  saveBlob(new Blob([bytes], { type: mediaType }), fileName);
}
