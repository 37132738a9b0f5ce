import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";

// Draws the icons again from public/icons/icon.svg: tsx app/_pwa/render-icons.ts. Needed only when the drawing
// changes; the pictures are kept in the repository.

const icons = path.resolve(import.meta.dirname, "../../public/icons");
const drawing = await readFile(path.join(icons, "icon.svg"), "utf8");

// Phones cut maskable icons to circles and round apple ones themselves: both fill their square.
const square = drawing.replace('rx="96" ', "");
// The badge in Android's status bar is a silhouette: only its transparency counts.
const silhouette = drawing
  .replace(/<rect[^>]*>/, "")
  .replace(/#003a78|#ffb81c/g, "none")
  .replace(/#fff9c4/g, "#fff");

const pictures = [
  { file: "icon-192.png", size: 192, svg: drawing },
  { file: "icon-512.png", size: 512, svg: drawing },
  { file: "icon-maskable-512.png", size: 512, svg: square },
  { file: "apple-touch-icon.png", size: 180, svg: square },
  { file: "badge-96.png", size: 96, svg: silhouette },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const { file, size, svg } of pictures) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    await writeFile(path.join(icons, file), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
