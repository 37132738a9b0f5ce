/** "98.7%", or a dash where there is nothing to count. */
export function inPercent(some: number, all: number): string {
  // Rounded down: 100 % is said of all of them only.
  return all === 0 ? "–" : `${Math.floor((some / all) * 1_000) / 10}%`;
}

/** "3 days", or a dash where nothing was fixed. */
export function inDays(days: number | null): string {
  if (days === null) return "–";
  if (days < 1) return "Less than a day";
  const whole = Math.round(days);
  return whole === 1 ? "1 day" : `${whole} days`;
}
