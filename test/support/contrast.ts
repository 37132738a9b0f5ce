import type { Locator } from "@playwright/test";

/** The contrast of an element's words against what is painted behind them, as the browser has computed both colours. */
export function contrastOf(words: Locator): Promise<number> {
  return words.evaluate((element) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour: string): readonly number[] => {
      if (canvas === null) throw new Error("no canvas");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let behind: Element | null = element;
    while (behind !== null && rgb(getComputedStyle(behind).backgroundColor)[3] !== 255)
      behind = behind.parentElement;
    const lights = [
      light(rgb(getComputedStyle(element).color)),
      light(rgb(getComputedStyle(behind ?? document.body).backgroundColor)),
    ];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
  });
}
