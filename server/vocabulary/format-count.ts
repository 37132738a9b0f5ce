let counts: Intl.NumberFormat | undefined;

/** "12,345". One format for all: asking each number for its own words costs a page of figures more than drawing them. */
export function formatCount(count: number): string {
  counts ??= new Intl.NumberFormat("en-GB");
  return counts.format(count);
}
