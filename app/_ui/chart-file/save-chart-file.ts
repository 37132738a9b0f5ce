import { drawSheet, type DrawnSheet } from "./draw-sheet";
import { sheetFileName, type SheetWords } from "./sheet";
import { saveBlob } from "@/app/_ui/save-blob";

export type ChartFileKind = "svg" | "png";

/** Dots of the picture for each of the screen: sharp on paper too. */
const pictureScale = 2;

/** Saves the chart of a figure under its name. False where it is not drawn yet; throws where the browser cannot. */
export async function saveChartFile(
  figure: Element,
  words: SheetWords,
  kind: ChartFileKind,
): Promise<boolean> {
  const sheet = drawSheet(figure, words);
  if (sheet === undefined) return false;
  const blob = kind === "png" ? await pictureOf(sheet) : new Blob([sheet.svg], { type: "image/svg+xml" });
  saveBlob(blob, sheetFileName(words.title, kind));
  return true;
}

/** The drawing goes through a data: address, which the page's policy allows for pictures already. */
async function pictureOf({ svg, width, height }: DrawnSheet): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();

  const canvas = document.createElement("canvas");
  canvas.width = width * pictureScale;
  canvas.height = height * pictureScale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("The browser made no picture."));
    }, "image/png");
  });
}
