import { expect, test } from "@playwright/test";
import { isPlainNumber, tidyNhsNumber, ungroup } from "@/app/_ui/nhs-number-text";
import { readWristband } from "@/server/vocabulary/wristband";

for (const text of [
  "",
  "999",
  "9990000018",
  "999 000 0018",
  "NHS No: 999 000 0018",
  "9990000019",
  "999-000-0018",
]) {
  test(`the field deals with ${JSON.stringify(text)} by itself`, () => {
    expect(isPlainNumber(text)).toBe(true);
  });
}

for (const text of ["99900000180", "8018505089899900000183", "C86DF7-A83008-7F5D7U", "WREN 9990000018"]) {
  test(`${JSON.stringify(text)} is more than a number, or less`, () => {
    expect(isPlainNumber(text)).toBe(false);
  });
}

for (const code of ["8018505089899900000183", "801850508989990000018391RX1,H1,,93WREN,Isla,09-Mar-2021,"]) {
  test(`${code}, typed by a scanner letter by letter, is the band that it was`, () => {
    let field = "";
    for (const letter of code) field = tidyNhsNumber(field + letter);

    expect(field).not.toBe(code);
    expect(readWristband(ungroup(field))).toEqual(readWristband(code));
  });
}
