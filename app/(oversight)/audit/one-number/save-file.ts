import type { RecordFile } from "@/server/api/look-record/file";

/** Safari reads a file only after the tap has been dealt with. */
const forgetAfterMilliseconds = 10_000;

/** Hands a file to the browser to be saved under its name, and forgets it soon after. */
export function saveFile({ fileName, mediaType, base64 }: RecordFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, forgetAfterMilliseconds);
}
