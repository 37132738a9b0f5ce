const mostNames = 500;

/**
 * Names statements by their text, so that PostgreSQL plans each once per connection and not at every call: with
 * row-level security, planning a lookup's statements costs more than running them. Texts beyond the first 500 stay
 * nameless: lists of changing length would otherwise fill the server's memory.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();

  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNames) return "";
    const name = `lantern_${String(names.size + 1)}`;
    names.set(sql, name);
    return name;
  };
}
