import { expect, type Page } from "@playwright/test";
import { askButton, numberField, typeNumber, verdicts } from "@/test/support/crew";
import { test } from "@/test/support/fake-camera";
import { bandPanel, scanButton, scanner } from "@/test/support/scanner";

const photo = { name: "p.jpg", mimeType: "image/jpeg" };

test("a photo that is still being read when the scanner is left never replaces the number typed since", async ({
  signInWith,
  cameraPhone,
  painter,
}) => {
  const crew = await signInWith(cameraPhone.browser, []);
  await readSlowly(crew);
  await scanButton(crew).click();
  const buffer = await painter.paint({ codes: [] });
  await crew.getByLabel("Take a photo").setInputFiles({ ...photo, buffer });
  await expect(scanner(crew).getByText("Reading the photo…")).toBeVisible();
  await scanner(crew).getByRole("button", { name: "Cancel and type" }).click();
  await typeNumber(crew, "9990548609");

  await letItRead(crew);

  await expect(numberField(crew)).toHaveValue("999 054 8609");
  await expect(bandPanel(crew)).toHaveCount(0);
  await askButton(crew).click();
  await expect(verdicts(crew).noneHeld).toBeVisible();
});

test("a photo of before is not taken by a scanner that was opened since, or started again", async ({
  signInWith,
  cameraPhone,
  painter,
}) => {
  const crew = await signInWith(cameraPhone.browser, []);
  await readSlowly(crew);
  await scanButton(crew).click();
  const buffer = await painter.paint({ codes: [] });
  await crew.getByLabel("Take a photo").setInputFiles({ ...photo, buffer });
  await expect(scanner(crew).getByText("Reading the photo…")).toBeVisible();
  await scanner(crew).getByRole("button", { name: "Start the camera again" }).click();

  await letItRead(crew);

  await expect(scanner(crew).getByText("Take a photo", { exact: true })).toBeVisible();
  await expect(scanner(crew)).toBeVisible();
  await expect(numberField(crew)).toHaveValue("");
});

/** A phone with a reader of its own that finds a band in every photo, once it is let. */
async function readSlowly(crew: Page): Promise<void> {
  await crew.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let looks = 0;
    Reflect.set(window, "letItRead", () => {
      resolve(undefined);
    });
    Reflect.set(window, "looks", () => looks);
    class Detector {
      static getSupportedFormats = () => Promise.resolve(["data_matrix", "code_128", "qr_code"]);
      detect = async () => {
        await promise;
        looks += 1;
        return [{ rawValue: "8018505089899900000268" }];
      };
    }
    Reflect.set(window, "BarcodeDetector", Detector);
  });
}

/** Lets the reader go on, until it has looked at the photo in each of its three ways. */
async function letItRead(crew: Page): Promise<void> {
  await crew.evaluate(() => {
    (Reflect.get(window, "letItRead") as () => void)();
  });
  await crew.waitForFunction(() => (Reflect.get(window, "looks") as () => number)() >= 3);
}
