import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { ZXING_WASM_SHA256, ZXING_WASM_VERSION } from "zxing-wasm/reader";

// Run by `npm run dev`, and by `build-service-worker.ts` in a build: makes public/scan/, the reader of codes as a worker and its WebAssembly from
// the package, under our own address. By itself the package would fetch it from somebody else's.

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "public/scan");
const wasm = await readFile(fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm")));
if (createHash("sha256").update(wasm).digest("hex") !== ZXING_WASM_SHA256) {
  throw new Error(`zxing_reader.wasm is not the one that zxing-wasm ${ZXING_WASM_VERSION} was made with`);
}

const { outputFiles } = await build({
  entryPoints: [path.join(root, "app/(crew)/check/scan/band-reader-worker.ts")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  platform: "browser",
  target: ["safari16.4", "chrome111", "firefox115"],
  define: { WASM_ADDRESS: '"/scan/band-reader.wasm"' },
  legalComments: "none",
});
const [worker] = outputFiles;
if (worker === undefined) throw new Error("esbuild made no reader");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, "band-reader.js"), worker.contents);
await writeFile(path.join(folder, "band-reader.wasm"), wasm);
const kilobytes = Math.round((worker.contents.length + wasm.length) / 1_000);
console.log(`public/scan: reader of codes, zxing-wasm ${ZXING_WASM_VERSION}, ${String(kilobytes)} kB`);
