import { openNativeReader } from "./native-reader";
import { openWorkerReader } from "./worker-reader";

/** Finds the codes in a picture. A thorough look takes several times as long and sees what is turned, torn or dim. */
export interface CodeReader {
  read(picture: ImageData, isThorough: boolean): Promise<readonly string[]>;
  close(): void;
}

/**
 * The phone's own reader where it knows the codes that bands carry, else ours, which is fetched when it is first wanted.
 * A phone's own reader that fails at the first picture is replaced as well: on some it is there by name only. Rejects
 * where neither can be had.
 */
export async function openCodeReader(): Promise<CodeReader> {
  const native = await openNativeReader();
  if (native === undefined) return openWorkerReader();

  let reader: CodeReader = native;
  return {
    async read(picture, isThorough) {
      try {
        return await reader.read(picture, isThorough);
      } catch (error) {
        if (reader !== native) throw error;
        reader = await openWorkerReader();
        return reader.read(picture, isThorough);
      }
    },
    close: () => reader.close(),
  };
}
