import { expect } from "@playwright/test";
import type { Scene } from "@/test/support/band-scene";
import { groupSeparator, gsrn } from "@/test/support/band-text";
import { numberField } from "@/test/support/crew";
import { test } from "@/test/support/fake-camera";
import { bandOf, bandPanel, barsOf, scanButton, scannerSays } from "@/test/support/scanner";

// Through Chromium's own camera, the production build, its policy and the real reader.

const number = "9990000018";
const band = (change: Parameters<typeof bandOf>[1] = {}) => bandOf(number, change);

const readable: readonly (readonly [what: string, scene: Scene])[] = [
  ["a clean band", { codes: [band()] }],
  ["a small band", { codes: [band({ size: 0.16 })] }],
  ["a tiny band", { codes: [band({ size: 0.12 })], grain: 2 }],
  ["a band that fills the picture", { codes: [band({ size: 0.95 })] }],
  ["a band at the edge", { codes: [band({ x: 0.35, y: 0.3, size: 0.4 })] }],
  ["a band turned by 15 degrees", { codes: [band({ turn: 15 })] }],
  ["a band turned by 45 degrees", { codes: [band({ turn: 45 })] }],
  ["a band turned by 90 degrees", { codes: [band({ turn: 90 })] }],
  ["a band upside down", { codes: [band({ turn: 180 })] }],
  ["a band turned by 250 degrees", { codes: [band({ turn: 250 })] }],
  ["a band that leans", { codes: [band({ lean: 0.25 })] }],
  ["a band on a round wrist", { codes: [band({ squeeze: 0.7 })] }],
  ["a band that leans and is turned", { codes: [band({ lean: 0.2, turn: 30, squeeze: 0.85 })] }],
  ["a slightly blurred band", { codes: [band()], blur: 2 }],
  ["a blurred band close by", { codes: [band({ size: 0.8 })], blur: 5 }],
  ["a band in a dim room", { codes: [band()], light: 0.4, grain: 14 }],
  ["a band in the dark", { codes: [band()], light: 0.15, grain: 10 }],
  ["a band with glare beside it", { codes: [band({ x: 1.25, size: 0.5 })], glare: 0.8 }],
  ["a band with the grain of a bad camera", { codes: [band()], grain: 60 }],
  ["a stained band", { codes: [band({ size: 0.6 })], stain: 0.08 }],
  ["a band printed white on black", { codes: [band({ isInverted: true })] }],
  ["a band seen by an old camera", { codes: [band({ size: 0.7 })], width: 640, height: 480 }],
  ["a band seen by a camera held upright", { codes: [band({ size: 0.3 })], width: 720, height: 1280 }],
  ["a GS1-128 bar code", { codes: [{ symbology: "gs1-128", text: `(8018)${gsrn(number)}`, size: 1.4 }] }],
  ["a bar code of the bare number", { codes: [barsOf(number)] }],
  ["a bar code with spaces", { codes: [barsOf("999 000 0018", { size: 1.2 })] }],
  ["a bar code that is turned", { codes: [barsOf(number, { turn: 90 })] }],
  ["a bar code that is tilted", { codes: [barsOf(number, { turn: 20 })] }],
  ["a QR code of the bare number", { codes: [{ symbology: "qrcode", text: number }] }],
  [
    "a QR code of an address",
    { codes: [{ symbology: "qrcode", text: `https://example.nhs.uk/?nhsNumber=${number}` }] },
  ],
  [
    "a DataMatrix with bars between fields",
    { codes: [{ symbology: "datamatrix", text: `H104423|${number}|WREN|Isla|09/03/2021|F` }] },
  ],
  [
    "the band and the hospital number beside it",
    { codes: [band({ x: 0.5 }), barsOf("H104423", { x: 1.3, size: 0.6 })] },
  ],
  ["two codes of one child", { codes: [band({ x: 0.5 }), barsOf(number, { x: 1.3, size: 0.6 })] }],
];

for (const [what, scene] of readable) {
  test(`${what} gives the number`, async ({ scanning: crew, show }) => {
    await show(scene);

    await scanButton(crew).click();

    await expect(bandPanel(crew)).toBeVisible();
    await expect(numberField(crew)).toHaveValue("999 000 0018");
  });
}

const explained: readonly (readonly [what: string, scene: Scene, words: string])[] = [
  [
    "a prescription",
    { codes: [barsOf("C86DF7-A83008-7F5D7U", { size: 1.3 })] },
    "This is a prescription, not a wristband",
  ],
  [
    "a pack of medicine",
    { codes: [{ symbology: "gs1datamatrix", text: "(01)05012345678900(17)261231(10)A1" }] },
    "This is the code of a product",
  ],
  [
    "a band of another country",
    { codes: [{ symbology: "gs1datamatrix", text: "(8018)931234500000000076" }] },
    "not of the NHS in England",
  ],
  ["a Scottish band", { codes: [bandOf("0101701233")] }, "Scottish number (CHI)"],
  ["a band whose number fails its check", { codes: [bandOf("9990000108")] }, "the 8th and 9th digits"],
  ["a hospital's own number", { codes: [barsOf("H104423")] }, "carries no NHS number"],
  [
    "a code with two numbers",
    {
      codes: [
        { symbology: "datamatrix", text: `8018${gsrn(number)}${groupSeparator}8018${gsrn("9990000026")}` },
      ],
    },
    "names two NHS numbers",
  ],
];

for (const [what, scene, words] of explained) {
  test(`${what} gives no number, and the scanner says why`, async ({ scanning: crew, show }) => {
    await show(scene);

    await scanButton(crew).click();

    await expect(scannerSays(crew)).toContainText(words);
    await expect(bandPanel(crew)).toHaveCount(0);
    await expect(numberField(crew)).toHaveValue("");
  });
}

const unreadable: readonly (readonly [what: string, scene: Scene])[] = [
  ["no code", { codes: [] }],
  ["a band whose last tenth is torn off", { codes: [band({ size: 0.6 })], torn: 0.1 }],
  ["a band torn in half", { codes: [band()], torn: 0.5 }],
  ["a band blurred beyond reading", { codes: [band({ size: 0.3 })], blur: 12 }],
  ["a band too far away", { codes: [band({ size: 0.04 })] }],
  ["a band in the pitch dark", { codes: [band()], light: 0, grain: 20 }],
];

for (const [what, scene] of unreadable) {
  test(`${what} gives no number, and after ten seconds the scanner says what helps`, async ({
    crew,
    show,
  }) => {
    await show(scene);
    await crew.clock.install();

    await scanButton(crew).click();
    await expect(scannerSays(crew)).toHaveText("Hold the code on the wristband in the frame.");
    await crew.clock.fastForward(10_000);

    await expect(scannerSays(crew)).toContainText("Nothing read yet. More light or the torch");
    await expect(bandPanel(crew)).toHaveCount(0);
  });
}
