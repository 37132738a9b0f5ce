import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import type { Painter, Scene } from "@/test/support/band-scene";
import { findChromium } from "@/test/support/browsers";

/** A phone whose camera sees what the test paints: Chromium's own camera code, fed from a file. */
export interface CameraPhone {
  readonly browser: Browser;
  /** What the camera sees when it is opened next. */
  show(scene: Scene): Promise<void>;
  stop(): Promise<void>;
}

export async function startCameraPhone(painter: Painter): Promise<CameraPhone> {
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-camera-"));
  const film = path.join(directory, "film.mjpeg");
  const show = async (scene: Scene) => {
    const frame = await painter.paint(scene);
    await writeFile(`${film}.next`, Buffer.concat([frame, frame, frame]));
    // At one stroke: a browser that finds half a film says that it has no camera, or falls over the end of it.
    await rename(`${film}.next`, film);
  };
  await show({ codes: [] });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
  });
  return {
    browser,
    show,
    async stop() {
      await browser.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
