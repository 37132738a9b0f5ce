import { expect } from "@playwright/test";
import { chooseSetting } from "@/test/support/crew";
import { test } from "@/test/support/product";
import { untilShellIsKept } from "@/test/support/waiting";

test("without a connection the phone says that nothing was checked, and knows the duty numbers", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await untilShellIsKept(crew);

  await crew.context().setOffline(true);
  await crew.goto("/check");

  await expect(crew.getByRole("heading", { name: "Check a child: no connection" })).toBeVisible();
  await expect(crew.getByText("Nothing is checked now.")).toBeVisible();
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
  await untilShellIsKept(crew);
  await crew.context().setOffline(true);
  await crew.goto("/check");
  await expect(crew.getByRole("heading", { name: "Check a child: no connection" })).toBeVisible();

  await crew.context().setOffline(false);
  await crew.getByRole("link", { name: "Try to connect" }).click();

  await expect(crew.getByRole("heading", { name: /Check a child$/ })).toBeVisible();
});

test("somebody who looks nobody up finds the duty numbers without a connection, and no number pad", async ({
  signIn,
}) => {
  const duty = await signIn("duty");
  await untilShellIsKept(duty);

  await duty.context().setOffline(true);
  await duty.goto("/duty");

  await expect(duty.getByRole("alert").filter({ hasText: "Nothing was checked" })).toContainText(
    "You have no answer about any child.",
  );
  await expect(duty.getByText("Amira Hassan")).toBeVisible();
  await expect(duty.getByRole("textbox", { name: "NHS number" })).toHaveCount(0);
});
