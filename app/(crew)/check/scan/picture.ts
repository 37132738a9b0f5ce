/** Longer sides only cost time: a code that is readable at all is readable at this size when it fills the frame guide. */
const longestSide = 1280;

export interface PictureSource {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/**
 * Takes pictures of a video or a photo on one canvas that is used again and never shown or kept. `part` is how much of
 * the middle is taken: the whole finds every code, the middle alone finds small ones.
 */
export function makeCamera(): (source: PictureSource, part: number) => ImageData | undefined {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });

  return ({ image, width, height }, part) => {
    const [fromWidth, fromHeight] = [width * part, height * part];
    const scale = Math.min(1, longestSide / Math.max(fromWidth, fromHeight));
    canvas.width = Math.round(fromWidth * scale);
    canvas.height = Math.round(fromHeight * scale);
    if (context === null || canvas.width === 0 || canvas.height === 0) return undefined;
    const [left, top] = [(width - fromWidth) / 2, (height - fromHeight) / 2];
    context.drawImage(image, left, top, fromWidth, fromHeight, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
}
