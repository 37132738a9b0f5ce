import { hideSmall } from "@/server/vocabulary/small-numbers";

interface Place {
  /** By key of a series; null where there is nothing to draw. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** Of times: of how many alerts they are. */
  readonly alerts?: number;
}

export interface WithoutSmall<Drawn> {
  readonly places: readonly Drawn[];
  /** Something is not drawn that stands on the page. */
  readonly isHidden: boolean;
}

interface Kind {
  readonly unit: "count" | "time";
  /** Rows of the same table that are no part of the picture: with them its sums are known elsewhere. */
  readonly notDrawn?: readonly Pick<Place, "figures">[];
}

const fewAlerts = 5;

/**
 * The same picture as it may leave: without numbers under 5 and others from which they could be worked out, as in files of
 * figures; without times of fewer than five alerts. Pure.
 */
export function withoutSmall<Drawn extends Place>(
  places: readonly Drawn[],
  keys: readonly string[],
  { unit, notDrawn = [] }: Kind,
): WithoutSmall<Drawn> {
  const shown =
    unit === "time"
      ? places.map(({ figures, alerts = 0 }) => keys.map((key) => (alerts < fewAlerts ? null : figures[key])))
      : hideSmall([...places, ...notDrawn].map(({ figures }) => keys.map((key) => figures[key] ?? 0)));
  const drawn = places.map((place, at) => ({
    ...place,
    figures: Object.fromEntries(
      keys.map((key, column) => [key, shown[at]?.[column] === null ? null : (place.figures[key] ?? null)]),
    ),
  }));
  const isHidden = drawn.some(({ figures }, at) =>
    keys.some((key) => figures[key] === null && (places[at]?.figures[key] ?? null) !== null),
  );
  return { places: drawn, isHidden };
}
