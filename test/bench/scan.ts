import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { freePort } from "@/server/demo/demo-port";
import { startProduct } from "@/server/demo/product";
import { percentile } from "@/test/bench/percentile";
import { canRunInPages } from "@/test/support/run-in-pages";
import { startPainter, type Scene } from "@/test/support/band-scene";
import { startCameraPhone, type CameraPhone } from "@/test/support/camera-phone";
import { chooseSetting } from "@/test/support/crew";
import { bandOf, bandPanel, barsOf, scanButton } from "@/test/support/scanner";

const count = Number(process.env["BENCH_COUNT"] ?? 20);

const scenes: readonly (readonly [what: string, scene: Scene])[] = [
  ["clean band", { codes: [bandOf("9990000018")] }],
  ["small band", { codes: [bandOf("9990000018", { size: 0.16 })] }],
  ["turned and leaning", { codes: [bandOf("9990000018", { turn: 30, lean: 0.2 })] }],
  ["in the dark", { codes: [bandOf("9990000018")], light: 0.15, grain: 10 }],
  ["bar code", { codes: [barsOf("9990000018")] }],
];

/**
 * `npm run bench scan`: from the first frame of the camera to the number, in Chromium with the production build, against
 * one bare look of the same reader at the same frame in the same browser. Never more than one scan at a time.
 */
export async function benchScan(): Promise<void> {
  console.log(
    `bench scan: production build, Chromium's camera from a file, ${String(count)} scans of each picture`,
  );
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-bench-"));
  await chmod(directory, 0o711);
  const painter = await startPainter();
  const product = await startProduct({ directory, port: await freePort(), onProgress: () => undefined });
  const phone = await startCameraPhone(painter);
  try {
    const crew = await signedIn(phone, product.origin);
    const bare = await bareReader(phone);
    const rows: Record<string, string | number>[] = [];
    for (const [what, scene] of scenes) {
      await phone.show(scene);
      const frame = await painter.paint(scene);
      const project = await times(() => scanOnce(crew));
      const floor = await times(() => bare(frame));
      console.log(`  ${what}: ${String(project.p50)} ms`);
      rows.push({
        picture: what,
        "p50 ms": project.p50,
        "p95 ms": project.p95,
        "bare p50 ms": floor.p50,
        ratio: Math.round((project.p50 / floor.p50) * 100) / 100,
      });
    }
    console.table(rows);
  } finally {
    await phone.stop();
    await painter.stop();
    await product.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function signedIn({ browser }: CameraPhone, origin: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    permissions: ["camera"],
    viewport: { width: 390, height: 844 },
  });
  await canRunInPages(context);
  const page = await context.newPage();
  await page.goto("/sign-in?login_hint=crew");
  await chooseSetting(page, "Ambulance");
  return page;
}

/** Milliseconds from the first frame to the number. The first scan, which loads the reader, is not counted. */
async function scanOnce(crew: Page): Promise<number> {
  await crew.evaluate(() => performance.clearMarks());
  await scanButton(crew).click();
  await bandPanel(crew).waitFor();
  await crew.getByRole("button", { name: "Not this child" }).click();
  return crew.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return at("scan-found") - at("scan-first-frame");
  });
}

type BareReader = (frame: Buffer) => Promise<number>;

/** The package's own build on an empty page: one thorough look at the frame's pixels, and nothing else. */
async function bareReader({ browser }: CameraPhone): Promise<BareReader> {
  const page = await browser.newPage();
  await page.addScriptTag({ path: "node_modules/zxing-wasm/dist/iife/reader/index.js" });
  const wasm = await readFile("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm");
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const reader = Reflect.get(window, "ZXingWASM") as BareZxing;
    await reader.prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true });
  }, wasm.toString("base64"));
  return (frame) => page.evaluate(lookBarely, frame.toString("base64"));
}

interface BareZxing {
  prepareZXingModule(options: object): Promise<unknown>;
  readBarcodes(picture: ImageData, options: object): Promise<readonly unknown[]>;
}

/** Runs in the browser, so it may use nothing from outside itself. */
async function lookBarely(jpeg: string): Promise<number> {
  const image = new Image();
  image.src = `data:image/jpeg;base64,${jpeg}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0);
  const picture = context?.getImageData(0, 0, image.width, image.height);
  const reader = Reflect.get(window, "ZXingWASM") as BareZxing;
  const startedAt = performance.now();
  const formats = ["DataMatrix", "Code128", "QRCode"];
  const found =
    picture && (await reader.readBarcodes(picture, { formats, maxNumberOfSymbols: 4, tryHarder: true }));
  if (found?.length === 0) throw new Error("the bare reader found nothing");
  return performance.now() - startedAt;
}

async function times(once: () => Promise<number>): Promise<{ readonly p50: number; readonly p95: number }> {
  await once();
  const measured: number[] = [];
  for (let index = 0; index < count; index += 1) measured.push(await once());
  return { p50: Math.round(percentile(measured, 0.5)), p95: Math.round(percentile(measured, 0.95)) };
}
