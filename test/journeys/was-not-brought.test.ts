import { expect, type Page } from "@playwright/test";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { expectAccessible } from "@/test/support/axe";
import { alertLine, alertReference, check, chooseSetting, verdicts } from "@/test/support/crew";
import { openAlert, takeButton } from "@/test/support/duty";
import { test } from "@/test/support/product";

async function lookSilently(clinic: Page, nhsNumber: string): Promise<void> {
  await chooseSetting(clinic, "Dental clinic");
  await check(clinic, nhsNumber);
  await expect(verdicts(clinic).held).toBeVisible();
  await expect(
    clinic.getByText("This check was silent: it is on record, and nobody was told."),
  ).toBeVisible();
}

/** Yesterday's appointment, as somebody fills it in who knows little else. */
async function report(clinic: Page, worried: "Yes" | "No"): Promise<void> {
  await clinic.getByLabel("Which appointment?").selectOption("Dental");
  await clinic.getByLabel("Day of the appointment").fill(addDays(londonDate(new Date()), -1));
  await clinic.getByLabel("Time", { exact: true }).fill("10:30");
  await clinic.getByLabel("How many were missed before?").fill("2");
  await clinic.getByLabel("Number to ring you back").fill("01632 960111");
  await clinic.getByRole("radio", { name: "Tried to ring the family" }).check();
  await clinic.getByRole("radio", { name: worried, exact: true }).check();
  await clinic.getByRole("button", { name: "Report it to the authority" }).click();
}

test("a clinician reports that a child was not brought, worried now, and reads who has it", async ({
  signIn,
}) => {
  const clinic = await signIn("clinic");
  const duty = await signIn("duty");
  await lookSilently(clinic, "9990000018");
  await clinic.getByText("Report: was not brought").click();
  await clinic.getByRole("button", { name: "Report it to the authority" }).click();
  await expect(clinic.getByRole("link", { name: "Choose which appointment it was." })).toBeVisible();
  await expectAccessible(clinic);

  await report(clinic, "Yes");
  const reference = await alertReference(clinic);
  await expect(clinic.getByRole("heading", { name: "You are worried now" })).toBeVisible();
  await expect(clinic.getByLabel("What are you worried about?")).toBeVisible();
  await expectAccessible(clinic);

  await openAlert(duty, reference);
  await expect(
    duty.getByRole("heading", { name: /was not brought to a dental appointment on/ }),
  ).toBeVisible();
  await expectAccessible(duty);
  await takeButton(duty).click();
  await expect(alertLine(clinic)).toContainText("Taken by");
  await clinic.getByRole("button", { name: "Please ring us back as soon as you can." }).click();
  await expect(duty.getByRole("region", { name: "Messages with the clinic" })).toContainText(
    "Please ring us back",
  );
});

test("a report made by mistake is taken back with a second tap, and the duty list says so", async ({
  signIn,
}) => {
  const clinic = await signIn("clinic");
  const duty = await signIn("duty");
  await lookSilently(clinic, "9990000026");
  await clinic.getByText("Report: was not brought").click();
  await report(clinic, "No");
  const reference = await alertReference(clinic);

  await clinic.getByRole("button", { name: "Reported by mistake" }).click();
  await clinic.getByRole("button", { name: "Yes, take the report back" }).click();
  await expect(alertLine(clinic)).toContainText("reported by mistake");

  await duty.goto("/duty");
  const listed = duty.getByRole("listitem").filter({ hasText: `Reference ${reference}.` });
  await expect(listed).toContainText("The child was not brought to a dental appointment on");
  await expect(listed).toContainText("Reported by mistake.");
  await listed.getByRole("link").click();
  await expect(duty.getByText("took the report back: it was made by mistake")).toBeVisible();
});
