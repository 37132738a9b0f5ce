/** What came of a form of the rota: nothing where it was sent on, else what is wrong, and what was entered. */
export interface RotaState {
  readonly problem?: string;
  /** By the name of the field; where a field has several values they are joined by commas. */
  readonly entered: Readonly<Record<string, string>>;
  /** How often the form was sent; a form that comes back is made anew with what was entered. */
  readonly attempt: number;
}

export const untouched: RotaState = { entered: {}, attempt: 0 };

/** The text of a field by its name; empty where there is none. */
export function entered(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
}

/** Everything that was entered, to be shown again. */
export function allEntered(form: FormData): Readonly<Record<string, string>> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => [
      name,
      form
        .getAll(name)
        .filter((value) => typeof value === "string")
        .join(","),
    ]),
  );
}
