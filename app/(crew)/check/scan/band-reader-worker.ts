import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import type { ReaderReply, ReaderRequest } from "./reader-messages";

// Runs in a worker, so that looking through a frame never holds up a thumb, and so that the pages' own policy need not
// allow WebAssembly: the worker has a policy of its own (see proxy.ts).

declare const self: {
  postMessage(reply: ReaderReply): void;
  addEventListener(name: "message", listener: (event: { readonly data: ReaderRequest }) => void): void;
};

/** Named by the build, beside this file. */
declare const WASM_ADDRESS: string;

const common: ReaderOptions = {
  formats: ["DataMatrix", "Code128", "QRCode"],
  // Separators as they are in the code, and nothing put in for people to read.
  textMode: "Plain",
  maxNumberOfSymbols: 4,
};
const quick: ReaderOptions = { ...common, tryHarder: false, tryInvert: false };
const thorough: ReaderOptions = { ...common, tryHarder: true };

prepareZXingModule({ overrides: { locateFile: () => WASM_ADDRESS }, fireImmediately: true }).then(
  () => self.postMessage({ kind: "ready" }),
  () => self.postMessage({ kind: "failed" }),
);

self.addEventListener("message", ({ data }) => {
  void answer(data);
});

async function answer({ id, pixels, width, height, isThorough }: ReaderRequest): Promise<void> {
  try {
    const picture = new ImageData(new Uint8ClampedArray(pixels), width, height);
    const found = await readBarcodes(picture, isThorough ? thorough : quick);
    self.postMessage({ kind: "read", id, codes: found.map(({ text }) => text) });
  } catch {
    self.postMessage({ kind: "read", id, codes: [] });
  }
}
