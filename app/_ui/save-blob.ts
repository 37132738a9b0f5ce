/** Safari reads a file only after the tap has been dealt with. */
const forgetAfterMilliseconds = 10_000;

/** Hands a file to the browser to be saved under its name, and forgets it soon after. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, forgetAfterMilliseconds);
}
