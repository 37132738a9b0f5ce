/** How far an alert has come, the furthest last; what each means stands in docs/alerts.md. */
export const alertStages = [
  "raised",
  "notified",
  "shown",
  "opened",
  "unreached",
  "withdrawn",
  "taken",
  "closed",
] as const;
