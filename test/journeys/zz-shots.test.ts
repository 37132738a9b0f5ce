import { test } from "@/test/support/product";

for (const [persona, path, name] of [
  ["la-manager", "/tonight", "manager"],
  ["operator", "/tonight", "operator"],
] as const) {
  test(`shots ${name}`, async ({ signIn }) => {
    test.setTimeout(120_000);
    const page = await signIn(persona);
    for (const [scheme, width, height] of [
      ["light", 390, 844],
      ["light", 1280, 900],
      ["dark", 390, 844],
      ["dark", 1280, 900],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `/tmp/tonight-${name}-${scheme}-${width}.png`, fullPage: true });
    }
    if (persona === "operator") {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("link", { name: /^Leeds: / }).click();
      await page.getByRole("region", { name: "Leeds" }).waitFor();
      await page.screenshot({ path: `/tmp/tonight-chosen-390.png` });
    }
  });
}
