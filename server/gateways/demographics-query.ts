import type { SearchTerms } from "@/server/vocabulary/search-terms";
import { isPartOfName } from "@/server/vocabulary/typed-name";

export interface Query {
  /** What follows `/Patient?`. */
  readonly parameters: string;
  /** Whether whoever it finds fits all that was typed. */
  readonly isAsTyped: boolean;
}

/**
 * How demographics is asked for these terms, one after the other until one finds somebody. First what was typed, with
 * former names and addresses and, as PDS advises, the first three letters of the given name. Then, where the date of
 * birth is known, what often helps: without gender and postcode, since people move and a search by postcode leaves out
 * everybody whose address is protected; and last by names that sound alike or are the wrong way round.
 */
export function queriesOf(terms: SearchTerms): readonly Query[] {
  const { gender, postcode, born } = terms;
  const close = { parameters: plain(terms), isAsTyped: true };
  if (born.from !== born.to) return [close];

  const isNarrow = gender !== undefined || postcode !== undefined;
  const wide = isNarrow ? [plain({ ...terms, gender: undefined, postcode: undefined })] : [];
  return [close, ...[...wide, ...similar(terms)].map((parameters) => ({ parameters, isAsTyped: false }))];
}

function plain({ familyName, givenName, born, gender, postcode }: SearchTerms): string {
  return encode([
    ["_history", "true"],
    ["family", familyName],
    ["given", givenName && beginningOf(givenName)],
    ...(born.from === born.to
      ? [["birthdate", `eq${born.from}`] as const]
      : ([
          ["birthdate", `ge${born.from}`],
          ["birthdate", `le${born.to}`],
        ] as const)),
    ["gender", gender],
    ["address-postalcode", postcode],
  ]);
}

/** No stars here, and no fewer terms than these. */
function similar({ familyName, givenName, born }: SearchTerms): string[] {
  if (givenName === undefined || isPartOfName(familyName) || isPartOfName(givenName)) return [];
  return [
    encode([
      ["_fuzzy-match", "true"],
      ["family", familyName],
      ["given", givenName],
      ["birthdate", `eq${born.from}`],
    ]),
  ];
}

/** A short form, a second name or another spelling begins with the same letters. */
function beginningOf(givenName: string): string {
  const letters = [...givenName.replace(/\*$/, "")].slice(0, 3).join("").trim();
  return `${letters}*`;
}

function encode(terms: readonly (readonly [name: string, value: string | undefined])[]): string {
  const pairs = terms.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  // PDS wants stars encoded, which URLSearchParams leaves as they are.
  return new URLSearchParams(pairs).toString().replaceAll("*", "%2A");
}
