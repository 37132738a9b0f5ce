const full = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const beginning = /^[A-Z]{1,2}\d[A-Z\d]?\d?$|^[A-Z]{2}$/;

/**
 * Reads a postcode as a person types it, in any case and with or without its space: a whole one, or its beginning, which
 * is given a star. Empty where nothing was typed, undefined where it is none.
 */
export function readTypedPostcode(text: string): string | undefined {
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "");
  if (bare === "") return "";
  const whole = full.exec(bare);
  if (whole) return `${whole[1] ?? ""} ${whole[2] ?? ""}`;

  const stem = bare.replace(/\*$/, "");
  return beginning.test(stem) ? `${stem}*` : undefined;
}
