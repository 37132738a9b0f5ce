import { expect } from "@playwright/test";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { expectAccessible } from "@/test/support/axe";
import { alertReference, check, chooseSetting } from "@/test/support/crew";
import { openAlert } from "@/test/support/duty";
import { test } from "@/test/support/product";

test("a crew with a pregnant woman reads whom the plan is for and what to do, and tells of the birth", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  const duty = await signIn("duty");
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000034");
  const reference = await alertReference(crew);
  await expect(
    crew.getByText("The plan is for the unborn child of this patient, not for the patient."),
  ).toBeVisible();
  await expect(crew.getByText("Tell the social worker that she is here.")).toBeVisible();
  await expect(
    crew.getByText("Mother and baby do not leave before you know the plan for discharge."),
  ).toBeVisible();
  await openAlert(duty, reference);
  await expect(duty.getByRole("heading", { name: /About the unborn child of / })).toBeVisible();
  await expect(duty.getByText("Name, date of birth and NHS number are hers.")).toBeVisible();

  await crew.getByText("The baby is born", { exact: true }).click();
  await crew.getByRole("button", { name: "Tell the authority" }).click();
  for (const missing of ["Enter the day on which", "Enter the time of the birth", "Say whether it is a girl"])
    await expect(crew.getByRole("link", { name: new RegExp(`^${missing}`) })).toBeVisible();
  await expectAccessible(crew);
  await crew.getByLabel("Day of birth").fill(addDays(londonDate(new Date()), -1));
  await crew.getByLabel("Time", { exact: true }).fill("03:10");
  await crew.getByRole("radio", { name: "Girl" }).check();
  await crew.getByRole("button", { name: "Tell the authority" }).click();

  await expect(crew.getByText("You told the authority: the baby is born.", { exact: false })).toBeVisible();
  await expect(duty.getByText("The baby is born. Born", { exact: false })).toBeVisible();
  await expectAccessible(duty);
});
