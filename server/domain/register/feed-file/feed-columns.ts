export const feedColumns = [
  "nhs_number",
  "family_name",
  "given_names",
  "date_of_birth",
  "local_id",
  "plan_type",
  "start_date",
  "end_date",
  "delete_date",
  "due_date",
] as const;

/** The columns of the feed file. Their order in a file does not matter; docs/feeds.md says what each holds. */
export type FeedColumn = (typeof feedColumns)[number];

export function isFeedColumn(name: string): name is FeedColumn {
  const known: readonly string[] = feedColumns;
  return known.includes(name);
}
