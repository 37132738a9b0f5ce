import { refuse, uuid, type PatientAnswer } from "@/server/demo/demographics/answer-patient";
import { foundResource, operationOutcome, type StandInPatient } from "@/server/demo/demographics/patient";
import { readSearch, type Search } from "@/server/demo/demographics/read-search";
import { plainLetters, soundOf } from "@/server/demo/demographics/sounds-alike";

export interface SearchQuestion {
  readonly parameters: URLSearchParams;
  readonly requestId: string;
  readonly isAllowed: boolean;
}

/** Everybody who was born between two days, both included. */
export type FindBorn = (born: {
  readonly from: string;
  readonly to: string;
}) => Promise<readonly StandInPatient[]> | readonly StandInPatient[];

/** What PDS answers to `GET /Patient?…` when an application asks: one person, none, or that there are too many. */
export async function answerSearch(question: SearchQuestion, findBorn: FindBorn): Promise<PatientAnswer> {
  if (!question.isAllowed) return refuse(401, "ACCESS_DENIED", "Access denied");
  if (!uuid.test(question.requestId))
    return refuse(400, "MISSING_VALUE", "X-Request-ID is missing or not a UUID");
  const search = readSearch(question.parameters);
  if ("status" in search) return refuse(search.status, search.code, "The search cannot be done");

  const candidates = search.born === undefined ? [] : await findBorn(search.born);
  const [first, second] = candidates.filter((patient) => fits(patient, search));
  if (first !== undefined && second !== undefined)
    return { status: 200, body: operationOutcome("TOO_MANY_MATCHES", "Too Many Matches") };
  const entry =
    first === undefined
      ? []
      : [{ fullUrl: `Patient/${first.nhsNumber}`, search: { score: 1 }, resource: foundResource(first) }];
  return { status: 200, body: { resourceType: "Bundle", type: "searchset", total: entry.length, entry } };
}

function fits(patient: StandInPatient, search: Search): boolean {
  const { security = "U", gender, names } = patient;
  if (security === "REDACTED") return false;
  if (search.gender !== undefined && gender !== undefined && gender !== search.gender) return false;
  if (search.postcode !== undefined && !livesIn(patient, search.postcode)) return false;

  const considered = search.isFuzzy || search.hasHistory ? names : names.slice(0, 1);
  return considered.some((name) => (search.isFuzzy ? soundsLike(name, search) : isNamed(name, search)));
}

/** Where somebody lives whose address is protected cannot be found out by asking. */
function livesIn({ security = "U", postcode }: StandInPatient, asked: string): boolean {
  const plain = (text: string) => text.replaceAll(" ", "").toUpperCase();
  return security === "U" && postcode !== undefined && isLike(asked, postcode, plain);
}

type Name = StandInPatient["names"][number];

function isNamed({ familyName, givenNames }: Name, { family = "", given }: Search): boolean {
  return (
    isLike(family, familyName, plainLetters) &&
    given.every((asked) =>
      [...givenNames, givenNames.join(" ")].some((name) => isLike(asked, name, plainLetters)),
    )
  );
}

/** Also the wrong way round. */
function soundsLike({ familyName, givenNames }: Name, { family = "", given }: Search): boolean {
  const [asked = ""] = given;
  const sounds = (one: string, other: string) => one === "" || soundOf(one) === soundOf(other);
  return givenNames.some(
    (name) =>
      (sounds(family, familyName) && sounds(asked, name)) ||
      (sounds(family, name) && sounds(asked, familyName)),
  );
}

function isLike(pattern: string, text: string, plain: (text: string) => string): boolean {
  const parts = pattern.split("*").map(plain);
  const expression = parts.map((part) => part.replace(/[^\p{L}\p{N}]/gu, "")).join(".*");
  return new RegExp(`^${expression}$`, "u").test(plain(text));
}
