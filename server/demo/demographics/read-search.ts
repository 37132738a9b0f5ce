/** A search as PDS reads it. */
export interface Search {
  readonly family: string | undefined;
  readonly given: readonly string[];
  readonly gender: string | undefined;
  readonly postcode: string | undefined;
  readonly born: { readonly from: string; readonly to: string } | undefined;
  readonly isFuzzy: boolean;
  readonly hasHistory: boolean;
}

export interface BadSearch {
  readonly status: 400 | 403;
  readonly code: "ADDITIONAL_PROPERTIES" | "INVALID_VALUE" | "INVALID_SEARCH_DATA" | "UNSUPPORTED_SERVICE";
}

const known = [
  "_fuzzy-match",
  "_exact-match",
  "_history",
  "_max-results",
  "family",
  "given",
  "gender",
  "birthdate",
  "address-postalcode",
];
const dated = /^(eq|ge|le)?\d{4}-\d\d-\d\d$/;

/** Reads the parameters of `GET /Patient`, or says as PDS does what is wrong with them. */
export function readSearch(parameters: URLSearchParams): Search | BadSearch {
  const names = [...parameters.keys()];
  if (names.length === 0) return { status: 400, code: "UNSUPPORTED_SERVICE" };
  if (names.some((name) => !known.includes(name))) return { status: 400, code: "ADDITIONAL_PROPERTIES" };
  // Who asks as an application gets one person or none.
  if (Number(parameters.get("_max-results") ?? 1) > 1) return { status: 403, code: "INVALID_VALUE" };

  if (!parameters.getAll("birthdate").every((text) => dated.test(text)))
    return { status: 400, code: "INVALID_VALUE" };
  const search: Search = {
    family: parameters.get("family") ?? undefined,
    given: parameters.getAll("given"),
    gender: parameters.get("gender") ?? undefined,
    postcode: parameters.get("address-postalcode") ?? undefined,
    born: bornIn(parameters.getAll("birthdate")),
    isFuzzy: parameters.get("_fuzzy-match") === "true",
    hasHistory: parameters.get("_history") === "true",
  };
  return faultOf(search) ?? search;
}

function bornIn(dates: readonly string[]): Search["born"] {
  if (dates.length === 0) return undefined;
  const day = (sign: string) => dates.find((date) => date.startsWith(sign))?.slice(2);
  const one = day("eq") ?? dates.find((date) => /^\d/.test(date));
  if (one !== undefined) return { from: one, to: one };
  return { from: day("ge") ?? "0000-01-01", to: day("le") ?? "9999-12-31" };
}

function faultOf(search: Search): BadSearch | undefined {
  const { family, given, gender, postcode, born, isFuzzy } = search;
  const texts = [family, postcode, ...given].filter((text) => text !== undefined);
  if (gender !== undefined && !["female", "male", "other", "unknown"].includes(gender))
    return { status: 400, code: "INVALID_VALUE" };
  if (texts.some((text) => /^.{0,1}\*/u.test(text) || (isFuzzy && text.includes("*"))))
    return { status: 400, code: "INVALID_VALUE" };

  const isEnough = isFuzzy
    ? born !== undefined &&
      [family !== undefined, given.length > 0, gender !== undefined && postcode !== undefined].filter(Boolean)
        .length >= 2
    : family !== undefined && born !== undefined;
  return isEnough ? undefined : { status: 400, code: "INVALID_SEARCH_DATA" };
}
