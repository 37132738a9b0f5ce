import { expect, test } from "@playwright/test";
import { packagesAtOnce } from "@/test/support/walk-imports";

test("the number pad and the card take along what they draw and ask with, and no library besides", async () => {
  const packages = await packagesAtOnce("app/(crew)/check/check-screen.tsx");

  // A schema that is read in the page brings a library with it: 106 kB, before they are compressed.
  expect(packages).toEqual(["@trpc/client", "next/link", "next/navigation", "react", "superjson"]);
});
