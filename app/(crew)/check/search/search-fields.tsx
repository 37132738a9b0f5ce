import type { ReactElement } from "react";
import { DateField } from "@/app/_ui/date-field";
import { Details } from "@/app/_ui/details";
import { RadioField } from "@/app/_ui/radio-field";
import { TextField } from "@/app/_ui/text-field";
import type { SearchField, SearchProblem, TypedSearch } from "@/server/vocabulary/search-terms";

interface SearchFieldsProps {
  readonly typed: TypedSearch;
  readonly problems: readonly SearchProblem[];
  /** More has to be said: everything that helps is in sight. */
  readonly isNarrowing: boolean;
}

/** Nothing here is offered from, or kept for, another time. */
const unkept = { autoComplete: "off", autoCorrect: "off", spellCheck: false, maxLength: 100 } as const;

/** Family name and date of birth first; what seldom helps is folded away. */
export function SearchFields({ typed, problems, isNarrowing }: SearchFieldsProps): ReactElement {
  const errorOf = (field: SearchField) => problems.find((problem) => problem.field === field)?.message;
  const text = (field: SearchField) => ({
    id: field,
    name: field,
    defaultValue: typed[field],
    error: errorOf(field),
    ...unkept,
  });
  const date = (["day", "month", "year"] as const).find((part) => errorOf(part) !== undefined);
  const isOpen = isNarrowing || typed.gender !== "" || typed.postcode !== "";

  return (
    <>
      <TextField
        {...text("familyName")}
        label="Family name"
        hint="The first 3 letters and a star will do: Fab*"
        autoCapitalize="words"
        dir="auto"
      />
      <TextField
        {...text("givenName")}
        label="Given name, if you know it"
        autoCapitalize="words"
        dir="auto"
      />
      <DateField
        question="Date of birth"
        hint="For example, 27 3 2019"
        parts={{ day: typed.day, month: typed.month, year: typed.year }}
        wrong={date}
        error={date && errorOf(date)}
      />
      <TextField
        {...text("age")}
        label="Or about how old, in years"
        hint="Only without a date of birth. 0 for a baby."
        inputMode="numeric"
        className="nhsuk-input--width-3"
      />
      <Details summary="Add gender or postcode" open={isOpen}>
        <RadioField
          name="gender"
          question="Gender"
          chosen={typed.gender}
          choices={[
            { value: "", label: "Not known" },
            { value: "female", label: "Female" },
            { value: "male", label: "Male" },
          ]}
        />
        <TextField
          {...text("postcode")}
          label="Postcode of home"
          hint="Or its beginning, like LS1. Somebody whose address is protected is not found by it."
          autoCapitalize="characters"
          className="nhsuk-input--width-10"
        />
      </Details>
    </>
  );
}
