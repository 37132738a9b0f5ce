import type { Page } from "@playwright/test";
import { askButton, typeNumber } from "@/test/support/crew";

export interface CardTimes {
  /** Milliseconds from the tap until the card's heading stands on the page. */
  readonly toCard: readonly number[];
  /** Milliseconds of them between sending the question and the first byte of the answer. */
  readonly toAnswer: readonly number[];
}

/** A child who is known to one authority, one to two, and one of whom nothing is held. */
const numbers = ["9990000018", "9990000026", "9990548609"];

/** Asks so many times, one question after another, as a thumb does. */
export async function measureCards(page: Page, count: number): Promise<CardTimes> {
  const toCard: number[] = [];
  const toAnswer: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.goto("/check");
    await page.waitForLoadState("networkidle");
    await typeNumber(page, numbers[index % numbers.length] ?? "");
    await page.evaluate(watchForCard);
    await askButton(page).tap();
    const times = await page.evaluate(cardTimes);
    toCard.push(times.toCard);
    toAnswer.push(times.toAnswer);
    console.log(`  card ${String(index + 1)} of ${String(count)}: ${String(Math.round(times.toCard))} ms`);
  }
  return { toCard, toAnswer };
}

/** Runs in the page: notes when the finger touched it, and when the card's heading was there. */
function watchForCard(): void {
  performance.clearMarks();
  performance.clearResourceTimings();
  document.addEventListener("pointerdown", () => performance.mark("tapped"), { capture: true, once: true });
  const seen = new Promise<void>((resolve) => {
    const look = () => {
      const said = document.querySelector("article h2")?.textContent ?? "";
      if (!/Known to|Checked:/.test(said)) return;
      observer.disconnect();
      // When it has been painted.
      requestAnimationFrame(() => {
        setTimeout(() => {
          performance.mark("card");
          resolve();
        });
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  Reflect.set(window, "cardSeen", seen);
}

/** Runs in the page. */
async function cardTimes(): Promise<{ readonly toCard: number; readonly toAnswer: number }> {
  await Reflect.get(window, "cardSeen");
  const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
  const [asked] = performance
    .getEntriesByType("resource")
    .filter((entry) => entry.name.includes("/api/trpc/lookup."))
    .filter((entry) => entry instanceof PerformanceResourceTiming);
  return {
    toCard: at("card") - at("tapped"),
    toAnswer: asked ? asked.responseStart - asked.requestStart : Number.NaN,
  };
}
