import { expect, type Page } from "@playwright/test";
import { chooseSetting } from "@/test/support/crew";
import { test } from "@/test/support/product";

test("without a connection the phone says that nothing was checked, and knows the duty numbers", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await untilKept(crew);

  await crew.context().setOffline(true);
  await crew.goto("/check");

  await expect(crew.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(crew.getByRole("alert").filter({ hasText: "Nothing was checked" })).toContainText(
    "You have no answer about any child.",
  );
  await crew.getByRole("textbox", { name: "Which local authority?" }).fill("Leeds");
  await expect(crew.getByText("1 authority", { exact: true })).toBeVisible();
  const numbers = crew
    .getByRole("listitem")
    .filter({ hasText: "Leeds" })
    .getByRole("link", { name: /^Ring / });
  await expect(numbers).toHaveCount(2);
  await expect(numbers.first()).toHaveAttribute("href", /^tel:01632960\d{3}$/);
  await expect(crew.getByText(/^Kept on this phone since/)).toBeVisible();
});

test("when the connection is back, the same page is there again", async ({ signIn }) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await untilKept(crew);
  await crew.context().setOffline(true);
  await crew.goto("/check");
  await expect(crew.getByRole("heading", { name: "No connection" })).toBeVisible();

  await crew.context().setOffline(false);
  await crew.getByRole("link", { name: "Try again" }).click();

  await expect(crew.getByRole("heading", { name: "Check a child" })).toBeVisible();
});

/** The service worker has put the shell away, controls the page, and the directory is on the phone. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    const isKept = await caches.open("lantern-directory").then((cache) => cache.match("/api/directory"));
    return (
      active?.state === "activated" && navigator.serviceWorker.controller !== null && isKept !== undefined
    );
  });
}
