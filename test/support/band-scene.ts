import { chromium, type Browser, type Page } from "@playwright/test";
import bwipjs, { type RenderOptions } from "bwip-js/node";
import { findChromium } from "@/test/support/browsers";

/** One code in the picture; places and sizes are shares of the picture's height. */
export interface PaintedCode {
  readonly symbology: "gs1datamatrix" | "datamatrix" | "code128" | "gs1-128" | "qrcode";
  /** GS1 codes in brackets: (8018)…(91)… */
  readonly text: string;
  readonly size?: number;
  readonly turn?: number;
  readonly x?: number;
  readonly y?: number;
  /** How far the picture of it leans and is squeezed, as on a round wrist. */
  readonly lean?: number;
  readonly squeeze?: number;
  readonly isInverted?: boolean;
}

/** What is before the camera, and what is wrong with it. */
export interface Scene {
  readonly codes: readonly PaintedCode[];
  /** Pixels. */
  readonly blur?: number;
  /** 1 as it is, 0.1 nearly night. */
  readonly light?: number;
  /** Share of the code's width that is torn off at its right. */
  readonly torn?: number;
  /** Height of a stain inside the code, as a share of the code. */
  readonly stain?: number;
  /** Strength of the grain of a picture in the dark, of 255. */
  readonly grain?: number;
  /** How white the reflection of a lamp is in the middle of the picture. */
  readonly glare?: number;
  readonly width?: number;
  readonly height?: number;
}

const plain = { blur: 0, light: 1, torn: 0, stain: 0, grain: 8, glare: 0, width: 1280, height: 720 };

export interface Painter {
  /** The scene as a JPEG. */
  paint(scene: Scene): Promise<Buffer>;
  stop(): Promise<void>;
}

/** Paints scenes in a browser of its own, where turning, blurring and darkening are at hand. */
export async function startPainter(): Promise<Painter> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium() ?? "" });
  const page = await browser.newPage();
  return { paint: (scene) => paintOn(page, scene), stop: () => browser.close() };
}

async function paintOn(page: Page, scene: Scene): Promise<Buffer> {
  const whole = { ...plain, ...scene };
  const middle = { size: 0.45, turn: 0, x: whole.width / whole.height / 2, y: 0.5, lean: 0, squeeze: 1 };
  const codes = await Promise.all(
    scene.codes.map(async (code) => ({ ...middle, ...code, picture: await drawCode(code) })),
  );
  const url = await page.evaluate(paintInBrowser, { ...whole, codes });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

async function drawCode({ symbology, text, isInverted = false }: PaintedCode): Promise<string> {
  const [ink, paper] = isInverted ? ["ffffff", "000000"] : ["000000", "ffffff"];
  const options: RenderOptions = { bcid: symbology, text, scale: 8, barcolor: ink, backgroundcolor: paper };
  const isLinear = symbology === "code128" || symbology === "gs1-128";
  const shape = isLinear ? { height: 14, paddingwidth: 12, paddingheight: 4 } : { padding: 4 };
  const png = await bwipjs.toBuffer({ ...options, ...shape });
  return `data:image/png;base64,${png.toString("base64")}`;
}

type ToPaint = typeof plain & {
  readonly codes: readonly Readonly<
    Record<"size" | "turn" | "x" | "y" | "lean" | "squeeze", number> & { picture: string }
  >[];
};

/** Runs in the browser, so it may use nothing from outside itself. */
async function paintInBrowser(scene: ToPaint): Promise<string> {
  const { width, height } = scene;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.fillStyle = "#a89f94";
  context.fillRect(0, 0, width, height);
  context.filter = `blur(${String(scene.blur)}px)`;

  for (const { size, turn, x, y, lean, squeeze, picture } of scene.codes) {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const [wide, high] = [size * height, (size * height * image.height) / image.width];
    context.save();
    context.translate(x * height, y * height);
    context.rotate((turn * Math.PI) / 180);
    context.transform(1, 0, lean, squeeze, 0, 0);
    context.drawImage(image, -wide / 2, -high / 2, wide, high);
    context.fillRect(wide / 2 - wide * scene.torn, -high, wide * scene.torn * 2, high * 2);
    context.fillRect(-wide * 0.15, wide * 0.1, wide * 0.3, wide * scene.stain);
    context.restore();
  }
  context.filter = "none";
  const lamp = context.createRadialGradient(width / 2, height / 2, 5, width / 2, height / 2, height / 6);
  lamp.addColorStop(0, `rgba(255,255,255,${String(scene.glare)})`);
  lamp.addColorStop(1, "rgba(255,255,255,0)");
  context.fillStyle = lamp;
  context.fillRect(0, 0, width, height);

  const picture = context.getImageData(0, 0, width, height);
  // The same grain each time: a test must not depend on luck.
  let seed = 7;
  picture.data.forEach((value, at) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    if (at % 4 !== 3) picture.data[at] = value * scene.light + (seed / 2_147_483_648 - 0.5) * scene.grain;
  });
  context.putImageData(picture, 0, 0);
  return canvas.toDataURL("image/jpeg", 0.92);
}
