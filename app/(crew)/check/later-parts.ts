import { later } from "@/app/_ui/later";

// What the number pad does without. The answer itself is never here: it has to be on the screen with the answer.

/** Wanted with every answer that is held, so it begins to load with the question. */
export const AfterAnswerPart = later("What becomes of this check", async () => {
  const { AfterAnswer } = await import("./after-answer");
  return AfterAnswer;
});

export const SearchPart = later("The search by name", async () => {
  const { SearchScreen } = await import("./search/search-screen");
  return SearchScreen;
});

export const HandOverPart = later("The list of crews", async () => {
  const { OpenPanel } = await import("./hand-over/open-panel");
  return OpenPanel;
});

export const BirthPart = later("The form", async () => {
  const { BirthForm } = await import("./visit/birth-form");
  return BirthForm;
});

export const AfterSilentPart = later("What becomes of this check", async () => {
  const { AfterSilentAnswer } = await import("./missed/after-silent-answer");
  return AfterSilentAnswer;
});

export const UnidentifiedPart = later("The form", async () => {
  const { UnidentifiedForm } = await import("./call/unidentified-form");
  return UnidentifiedForm;
});

export const CallNumberPart = later("The form", async () => {
  const { CallNumberForm } = await import("./call/call-number-form");
  return CallNumberForm;
});
