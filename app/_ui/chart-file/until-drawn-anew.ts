const patienceMilliseconds = 50;
const mostTimes = 60;

/** The drawing of a figure, once it is there. */
export function drawingIn(figure: Element): Element | null {
  return figure.querySelector(".recharts-wrapper > svg");
}

/** Waits until another drawing than before stands in the figure, whole: it changes no more. False where none comes. */
export async function untilDrawnAnew(figure: Element, before: Element | null): Promise<boolean> {
  let last = "";
  for (let time = 0; time < mostTimes; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
    const drawn = drawingIn(figure);
    const now = drawn === null || drawn === before ? "" : drawn.outerHTML;
    if (now !== "" && now === last && drawn?.querySelector("text") !== null) return true;
    last = now;
  }
  return false;
}
