const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Whether an object of this text has one name twice. Of two, every reader takes the one it likes: a child's number that
 * another system checked might not be the one that is asked about here. The text has to be JSON. Pure.
 */
export function hasRepeatedName(json: string): boolean {
  const objects: Set<string>[] = [];
  let word = "";
  for (const [found] of json.matchAll(token)) {
    if (found === "{" || found === "[") objects.push(new Set());
    else if (found === "}" || found === "]") objects.pop();
    else if (found === ":") {
      const names = objects.at(-1);
      if (names?.has(word) === true) return true;
      names?.add(word);
    } else word = String(JSON.parse(found));
  }
  return false;
}
