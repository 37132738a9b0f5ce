import type { CodeReader } from "./code-reader";

/** What we use of the browser's own detector, which TypeScript does not know yet. */
interface NativeDetector {
  detect(picture: ImageData): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectors {
  new (options: { readonly formats: readonly string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const formats = ["data_matrix", "code_128", "qr_code"];

/** The phone's own reader, or undefined where it is missing or does not know every kind of code that bands carry. */
export async function openNativeReader(): Promise<CodeReader | undefined> {
  const detectors: unknown = Reflect.get(window, "BarcodeDetector");
  if (!isDetectors(detectors)) return undefined;
  try {
    const supported = await detectors.getSupportedFormats();
    if (!formats.every((format) => supported.includes(format))) return undefined;
    const detector = new detectors({ formats });
    return {
      async read(picture) {
        return (await detector.detect(picture)).map(({ rawValue }) => rawValue);
      },
      close: () => undefined,
    };
  } catch {
    return undefined;
  }
}

function isDetectors(value: unknown): value is NativeDetectors {
  return typeof value === "function" && "getSupportedFormats" in value;
}
