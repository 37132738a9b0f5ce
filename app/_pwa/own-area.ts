const item = "lantern-area";

/** The authority whose numbers this phone shows first, by its GSS code. Public, and of nobody: a choice of the phone. */
export function ownArea(): string | undefined {
  try {
    return localStorage.getItem(item) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepOwnArea(gssCode: string): void {
  try {
    localStorage.setItem(item, gssCode);
  } catch {
    // A phone that keeps nothing shows the directory instead.
  }
}
