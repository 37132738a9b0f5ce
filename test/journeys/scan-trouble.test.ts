import { chromium, expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/test/support/axe";
import { findChromium } from "@/test/support/browsers";
import { check, numberField, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/fake-camera";
import { bandOf, bandPanel, scanButton, scanner, scannerSays } from "@/test/support/scanner";

const cancel = (page: Page) => scanner(page).getByRole("button", { name: "Cancel and type" });

test("a phone whose camera is not allowed says how to allow it, and typing goes on", async ({
  signInWith,
  cameraPhone,
}) => {
  const crew = await signInWith(cameraPhone.browser, []);
  await scanButton(crew).click();
  await expect(scanner(crew).getByRole("heading")).toHaveText("The camera is not allowed");
  await expect(scannerSays(crew)).toContainText("Permissions, Camera");
  await expectAccessible(crew);

  await cancel(crew).click();
  await check(crew, "9990548609");
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("a device without a camera says so", async ({ signInWith }) => {
  const browser = await chromium.launch({ executablePath: findChromium() ?? "" });
  const crew = await signInWith(browser, ["camera"]);

  await scanButton(crew).click();

  await expect(scanner(crew).getByRole("heading")).toHaveText("No camera was found");
  await expect(scannerSays(crew)).toContainText("Type the number.");
  await browser.close();
});

test("a camera that another app has is said to be so, and is tried again", async ({ crew, show }) => {
  await show({ codes: [bandOf("9990000018")] });
  // What the phone answers while another app has its camera.
  await crew.evaluate(() => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = () => {
      mediaDevices.getUserMedia = real;
      return Promise.reject(new DOMException("Could not start video source", "NotReadableError"));
    };
  });
  await scanButton(crew).click();
  await expect(scanner(crew).getByRole("heading")).toHaveText("Another app is using the camera");

  await scanner(crew).getByRole("button", { name: "Start the camera again" }).click();
  await expect(bandPanel(crew)).toBeVisible();
});

test("a page without a secure connection says what to open", async ({ crew }) => {
  await crew.evaluate(() => Object.defineProperty(window, "isSecureContext", { value: false }));

  await scanButton(crew).click();

  await expect(scanner(crew).getByRole("heading")).toHaveText("The camera needs a secure connection");
});

test("without a signal before its first use the reader is said to be missing; after it, scanning needs none", async ({
  crew,
  show,
}) => {
  await show({ codes: [bandOf("9990000018")] });
  await crew.evaluate(() => navigator.serviceWorker.ready);
  await crew.reload();
  await crew.context().setOffline(true);
  await scanButton(crew).click();
  await expect(scanner(crew).getByRole("heading")).toHaveText("The code reader could not be loaded");
  await expect(scannerSays(crew)).toContainText("Type the number");

  await crew.context().setOffline(false);
  await scanner(crew).getByRole("button", { name: "Start the camera again" }).click();
  await expect(bandPanel(crew)).toBeVisible();
  await crew.getByRole("button", { name: "Not this child" }).click();

  await crew.context().setOffline(true);
  await scanButton(crew).click();
  await expect(numberField(crew)).toHaveValue("999 000 0018");
});

test("the camera goes off when the scanner is left, and when the page is hidden", async ({ crew, show }) => {
  await show({ codes: [] });
  await scanButton(crew).click();
  const first = await trackOf(crew);
  await cancel(crew).click();
  expect(await first.evaluate(({ readyState }) => readyState)).toBe("ended");

  await scanButton(crew).click();
  const second = await trackOf(crew);
  await crew.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(scannerSays(crew)).toHaveText("The camera is off.");
  expect(await second.evaluate(({ readyState }) => readyState)).toBe("ended");
});

test("torch and zoom are offered where the camera has them, and reach it", async ({ crew, show }) => {
  await show({ codes: [] });
  // A desk has neither; what is stood in for is the camera's driver alone.
  await crew.evaluate(() => {
    const wishes: unknown[] = [];
    Reflect.set(window, "wishes", wishes);
    const abilities: MediaTrackCapabilities = {};
    Object.assign(abilities, { torch: true, zoom: { min: 1, max: 5, step: 0.5 } });
    MediaStreamTrack.prototype.getCapabilities = () => abilities;
    MediaStreamTrack.prototype.applyConstraints = (wish) => Promise.resolve(void wishes.push(wish));
  });
  await scanButton(crew).click();

  const torch = scanner(crew).getByRole("button", { name: "Torch" });
  await torch.click();
  await expect(torch).toHaveAttribute("aria-pressed", "true");
  await scanner(crew).getByRole("slider", { name: "Zoom" }).fill("3");

  expect(await crew.evaluate(() => Reflect.get(window, "wishes") as unknown)).toEqual([
    { advanced: [{ torch: true }] },
    { advanced: [{ zoom: 3 }] },
  ]);
});

test("a phone with a reader of its own uses that, and loads ours only if it fails", async ({
  crew,
  show,
}) => {
  await show({ codes: [bandOf("9990000018")] });
  await crew.evaluate(() => {
    class Detector {
      static getSupportedFormats = () => Promise.resolve(["data_matrix", "code_128", "qr_code"]);
      detect = () => Promise.resolve([{ rawValue: "8018505089899900000268" }]);
    }
    Reflect.set(window, "BarcodeDetector", Detector);
  });
  await scanButton(crew).click();
  await expect(numberField(crew)).toHaveValue("999 000 0026");

  await crew.getByRole("button", { name: "Not this child" }).click();
  await crew.evaluate(() => {
    class Broken {
      static getSupportedFormats = () => Promise.resolve(["data_matrix", "code_128", "qr_code"]);
      detect = () => Promise.reject(new DOMException("service unavailable", "NotSupportedError"));
    }
    Reflect.set(window, "BarcodeDetector", Broken);
  });
  await scanButton(crew).click();
  await expect(numberField(crew)).toHaveValue("999 000 0018");
});

test("only the reader's own worker may compile WebAssembly, and no page", async ({ crew }) => {
  const page = await crew.request.get("/check");
  const reader = await crew.request.get("/scan/band-reader.js");
  const wasm = await crew.request.get("/scan/band-reader.wasm");

  expect(page.headers()["content-security-policy"]).not.toContain("wasm");
  expect(reader.headers()["content-security-policy"]).toBe(
    "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'",
  );
  expect(reader.headers()["cache-control"]).not.toContain("no-store");
  expect(wasm.headers()["content-type"]).toBe("application/wasm");
});

test("everyone can use the scanner, by keyboard too", async ({ crew, show }) => {
  await show({ codes: [] });
  await scanButton(crew).focus();
  await crew.keyboard.press("Enter");
  await expect(scanner(crew).getByRole("heading", { name: "Scan a band" })).toBeFocused();
  await expect(scannerSays(crew)).toHaveText("Hold the code on the wristband in the frame.");
  await expectAccessible(crew);

  await crew.keyboard.press("Tab");
  await expect(crew.getByLabel("Take a photo")).toBeFocused();
  await crew.keyboard.press("Tab");
  await expect(cancel(crew)).toBeFocused();
  await crew.keyboard.press("Escape");
  await expect(scanner(crew)).toHaveCount(0);
});

test("everyone can use what a band says", async ({ crew, show }) => {
  await show({ codes: [bandOf("9990000018")] });
  await scanButton(crew).click();
  await expect(bandPanel(crew)).toBeVisible();

  await expectAccessible(crew);
});

async function trackOf(crew: Page) {
  await expect(scannerSays(crew)).toHaveText("Hold the code on the wristband in the frame.");
  return crew.evaluateHandle(() => {
    const source = document.querySelector("video")?.srcObject;
    if (!(source instanceof MediaStream)) throw new Error("no camera is on");
    const [track] = source.getVideoTracks();
    if (track === undefined) throw new Error("the camera has no picture");
    return track;
  });
}
