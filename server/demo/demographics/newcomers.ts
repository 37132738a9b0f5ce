import type { StandInPatient } from "@/server/demo/demographics/patient";

/**
 * Invented people whom demographics knows and no register yet: for lists that a visitor of the demo makes up. In order:
 * eight ordinary ones; one restricted; one whose number has been replaced; one with a married and a maiden name; one
 * with accents; a newborn; one redacted.
 */
export const newcomers: readonly StandInPatient[] = [
  person("9990150001", "Kestrel, Wren", "2019-05-04"),
  person("9990150028", "Linnet, Robin", "2014-11-30"),
  person("9990150036", "Martin, Jay", "2021-02-17"),
  person("9990150044", "Plover, Merle", "2010-08-08"),
  person("9990150052", "Dunnock, Finch", "2017-06-21"),
  person("9990150060", "Siskin, Ada Rose", "2012-03-09"),
  person("9990150079", "Curlew, Tern", "2023-01-12"),
  person("9990150087", "Whinchat, Lark", "2009-09-27"),
  { ...person("9990150095", "Redstart, Swift", "2015-07-19"), security: "R" },
  { ...person("9990150109", "Fieldfare, Teal", "2016-10-02"), supersededBy: "9990150117" },
  {
    ...person("9990150125", "Nightjar, Heron", "1999-04-14"),
    names: [
      { familyName: "Nightjar", givenNames: ["Heron"] },
      { familyName: "Wagtail", givenNames: ["Heron"] },
    ],
  },
  person("9990150133", "Fauvette-Müller, Zoë", "2018-12-24"),
  person("9990150141", "Nightjar, Baby", "2026-11-20"),
  { ...person("9990150168", "Treecreeper, Coal", "2013-05-05"), security: "REDACTED" },
];

function person(nhsNumber: string, name: string, dateOfBirth: string): StandInPatient {
  const [familyName = "", given = ""] = name.split(", ");
  return { nhsNumber, names: [{ familyName, givenNames: given.split(" ") }], dateOfBirth };
}
