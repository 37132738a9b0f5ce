import { expect, type Page } from "@playwright/test";
import { alertLine, alertReference, check, chooseSetting } from "@/test/support/crew";
import { addPhone, openAlert, takeButton } from "@/test/support/duty";
import { test } from "@/test/support/product";
import { PushMessage } from "@/test/support/read-push-message";

test("“not me” on the first phone rings the second at once; both sides talk; nobody goes home unseen", async ({
  signIn,
  push,
}) => {
  const first = await signIn("duty");
  const second = await signIn("duty-backup");
  await addPhone(first, push);
  const backup = await addPhone(second, push);
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  await check(crew, "9990000026");
  const reference = await alertReference(crew);

  await openAlert(first, reference);
  await first.getByRole("button", { name: "Not me" }).click();
  await expect(first.getByText("The next person is being told.")).toBeVisible();
  const delivery = await push.waitForDelivery(({ endpoint }) => endpoint === backup.endpoint);
  expect(PushMessage.parse(delivery.message).notification.body).toContain(reference);
  await openAlert(second, reference);
  await takeButton(second).click();
  await expect(second.getByText("You have this alert")).toBeVisible();

  await talk(crew, second);
  await leave(crew);
  await close(second);
  await expect(alertLine(crew)).toContainText("help was sought promptly");
});

async function talk(crew: Page, duty: Page): Promise<void> {
  await crew.getByRole("button", { name: "Please ring us back as soon as you can." }).click();
  await expect(duty.getByText("Please ring us back as soon as you can.")).toBeVisible();
  await expect(conversation(crew).getByText(/^Read \d\d:\d\d$/)).toBeVisible();

  await duty.getByText("Tell the crew when you ring back").click();
  await duty.getByRole("button", { name: "Within 20 minutes" }).click();
  await expect(alertLine(crew)).toContainText("They ring you back by");
  await duty.getByLabel("Your own words").fill("Please wait with the child.");
  await duty.getByRole("button", { name: "Send message" }).click();
  await expect(conversation(crew)).toContainText("Please wait with the child.");
}

/** What speaks against it is said before the child leaves. */
async function leave(crew: Page): Promise<void> {
  await crew.getByRole("button", { name: "Child seen" }).click();
  await expect(crew.getByRole("button", { name: "✓ Child seen" })).toBeVisible();
  await crew.getByText("Where does the child go?").click();
  await crew.getByRole("button", { name: "Left at home" }).click();
  await expect(crew.getByText("No senior clinician has reviewed.")).toBeVisible();
  await crew.getByText("Senior clinician’s review: not done yet").click();
  await crew.getByLabel("Name of the senior clinician").fill("Dr Jo Senior");
  await crew.getByRole("button", { name: "Record the review" }).click();
  await expect(crew.getByRole("status").filter({ hasText: "Reviewed by Dr Jo Senior" })).toBeVisible();
  await crew.getByRole("button", { name: "Left at home", exact: true }).click();
  await expect(crew.getByText("Left at home: recorded.")).toBeVisible();
}

async function close(duty: Page): Promise<void> {
  await duty.getByText("Say what came of it, and close it").click();
  await duty.getByRole("button", { name: "Close the alert" }).click();
  await expect(duty.getByText("Choose what came of it.")).toBeVisible();
  await duty.getByRole("radio", { name: "Help was sought promptly" }).check();
  await duty.getByRole("button", { name: "Close the alert" }).click();
  await expect(duty.getByText("Help was sought promptly.", { exact: false }).first()).toBeVisible();
}

function conversation(page: Page) {
  return page.getByRole("region", { name: "Messages with Leeds" });
}

test("the wrong child is taken back with a second tap, and the duty side reads so", async ({ signIn }) => {
  const duty = await signIn("duty");
  const crew = await signIn("crew");
  await chooseSetting(crew, "Rapid response car");
  await check(crew, "9990000026");
  const reference = await alertReference(crew);
  await openAlert(duty, reference);

  await crew.getByRole("button", { name: "Wrong child" }).click();
  await crew.getByRole("button", { name: "Yes, it was the wrong child" }).click();

  await expect(alertLine(crew)).toContainText("You withdrew it");
  await expect(duty.getByRole("heading", { name: "The crew asked about the wrong child" })).toBeVisible();
});

test("what a crew is writing stays on the card while they say something else, and what was sent is said", async ({
  signIn,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Rapid response car");
  await check(crew, "9990000026");
  await alertReference(crew);
  await crew.getByText("Send a short summary").click();
  const summary = crew.getByLabel("Summary for the authority");
  await summary.fill("Fell from a swing. Home with the grandmother.");
  await crew.getByText("Make a referral").click();
  const concern = crew.getByLabel("What are you worried about?");
  await concern.fill("The third fall this month.");

  await crew.getByRole("button", { name: "Child seen" }).click();
  await expect(crew.getByRole("button", { name: "✓ Child seen" })).toBeVisible();
  await expect(concern).toHaveValue("The third fall this month.");
  await crew.getByRole("button", { name: "Make the referral" }).click();
  await expect(crew.getByRole("status").filter({ hasText: "Referred." })).toBeVisible();
  await expect(summary).toHaveValue("Fell from a swing. Home with the grandmother.");
  await crew.getByRole("button", { name: "Send the summary" }).click();
  await expect(crew.getByText("Summary sent. Send another?")).toBeVisible();
  await expect(summary).toHaveValue("");
  await expect(crew.getByRole("status").filter({ hasText: "Referred." })).toBeVisible();
});
