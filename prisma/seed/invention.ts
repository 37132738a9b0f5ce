import { en, en_GB, Faker } from "@faker-js/faker";
import { nhsCheckDigit } from "@/server/vocabulary/nhs-number";

const familyBeginnings = [
  "Sample",
  "Example",
  "Fable",
  "Fiction",
  "Invent",
  "Make",
  "Pretend",
  "Story",
  "Mock",
  "Test",
];
const familyEndings = ["by", "wick", "shaw", "ton", "ley", "worth", "ham", "field", "combe", "stead"];

/** Draws names, ids and numbers: the same ones in the same order for everybody who begins anew. */
export interface Invention {
  readonly draw: Faker;
  readonly id: () => string;
  /** Nobody is called Fableworth or Samplewick: whoever reads it sees that the person is invented. */
  readonly familyName: () => string;
  readonly givenName: (sex?: "female" | "male") => string;
  readonly staffName: () => string;
}

/** `place` tells inventions apart that must not depend on how much another one has drawn. */
export function beginInvention(place = 0): Invention {
  const draw = new Faker({ locale: [en_GB, en], seed: 20_261_123 + place });
  const familyName = () =>
    draw.helpers.arrayElement(familyBeginnings) + draw.helpers.arrayElement(familyEndings);
  const givenName = (sex?: "female" | "male") => draw.person.firstName(sex);
  return {
    draw,
    familyName,
    givenName,
    id: () => draw.string.uuid(),
    staffName: () => `${givenName()} ${familyName()}`,
  };
}

/** NHS numbers of the 999 test range with true check digits, counted up from a place (0 to 999,999) in steps. */
export function* nhsNumbersFrom(place: number, step: number): Generator<string, never> {
  for (let next = place; ; next += step) {
    const nine = `999${String(next).padStart(6, "0")}`;
    const check = nhsCheckDigit(nine);
    if (check !== undefined) yield `${nine}${String(check)}`;
  }
}

/** 01632 960000 to 960999 is kept by Ofcom for fiction. */
export function inventedLandline(place: number): string {
  return `01632 960${String(place).padStart(3, "0")}`;
}

/** 07700 900000 to 900999 is kept by Ofcom for fiction. */
export function inventedMobile(place: number): string {
  return `07700 900${String(place).padStart(3, "0")}`;
}
