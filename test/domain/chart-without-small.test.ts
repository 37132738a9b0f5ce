import { expect, test } from "@playwright/test";
import { layOutSheet } from "@/app/_ui/chart-file/sheet";
import { withoutSmall } from "@/app/_ui/chart-file/without-small";

const day = (held: number | null, none: number | null) => ({ figures: { held, none } });

test("a chart leaves without numbers under 5, and without those that would tell them", () => {
  const { places, isHidden } = withoutSmall([day(2, 30), day(8, 40), day(0, 25)], ["held", "none"], {
    unit: "count",
  });

  expect(isHidden).toBe(true);
  expect(places[0]?.figures).toEqual({ held: null, none: null });
  expect(places.flatMap(({ figures }) => Object.values(figures))).not.toContain(2);
  // Beside one hidden number in the column, a second: the sum of the days is known elsewhere.
  expect(places.filter(({ figures }) => figures.held === null).length).toBeGreaterThan(1);
});

test("a chart without small numbers leaves as it is, with what was never there", () => {
  const drawn = [day(20, 30), day(0, 40), day(null, 25)];

  expect(withoutSmall(drawn, ["held", "none"], { unit: "count" })).toEqual({
    places: drawn,
    isHidden: false,
  });
});

test("how many did not come so far, which is not drawn, is not told by the bars of those that did", () => {
  const bar = (alerts: number) => ({ figures: { alerts } });

  const { places } = withoutSmall([bar(40), bar(30), bar(20)], ["alerts"], {
    unit: "count",
    notDrawn: [bar(3)],
  });

  expect(places.map(({ figures }) => figures.alerts)).toEqual([40, 30, null]);
});

test("times of fewer than five alerts do not leave", () => {
  const of = (alerts: number) => ({ figures: { median: 90 }, alerts });

  const { places, isHidden } = withoutSmall([of(4), of(5)], ["median"], { unit: "time" });

  expect(isHidden).toBe(true);
  expect(places.map(({ figures }) => figures.median)).toEqual([null, 90]);
});

test("a saved chart says that not everything is drawn, where that is so", () => {
  const about = { page: "Figures", whose: "Leeds", period: "November", asAt: "As at noon." };
  const textOf = (isWithoutSmall: boolean) =>
    layOutSheet({ title: "Alerts", about, series: [], isWithoutSmall }, { width: 400, height: 260 })
      .texts.map(({ text }) => text)
      .join(" ");

  expect(textOf(true)).toContain("Numbers under 5");
  expect(textOf(false)).not.toContain("Numbers under 5");
});
