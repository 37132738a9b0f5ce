import { randomUUID } from "node:crypto";
import { expect, request } from "@playwright/test";
import { z } from "zod";
import { askButton, check, chooseSetting, typeNumber, verdicts } from "@/test/support/crew";
import { askOwner, countLookups } from "@/test/support/owner-database";
import { test } from "@/test/support/product";

const Id = z.object({ id: z.string() });

test("a request that arrives after sign-out is refused, and nothing is looked up", async ({
  signIn,
  product,
}) => {
  const crew = await signIn("crew");
  await chooseSetting(crew, "Ambulance");
  const cookies = await crew.context().storageState();
  await crew.getByRole("button", { name: "Sign out" }).click();
  await expect(crew.getByText("You are signed out")).toBeVisible();
  const before = await countLookups(product.ownerUrl, "9990000069");

  const late = await request.newContext({ baseURL: product.origin, storageState: cookies });
  const answer = await late.post("/api/trpc/lookup.child", {
    data: { json: { nhsNumber: "9990000069", requestId: randomUUID() } },
  });

  expect(answer.status()).toBe(401);
  expect(await countLookups(product.ownerUrl, "9990000069")).toBe(before);
  await late.dispose();
});

test("signing out in one tab ends the other, and takes its card away", async ({ signIn }) => {
  const first = await signIn("crew");
  await chooseSetting(first, "Ambulance");
  const second = await first.context().newPage();
  await second.goto("/check");
  await check(second, "9990000069");
  await expect(verdicts(second).held).toBeVisible();

  await first.getByRole("button", { name: "Sign out" }).click();

  await expect(first.getByText("You are signed out")).toBeVisible();
  await expect(second.getByText("You are signed out")).toBeVisible();
  await expect(verdicts(second).held).toHaveCount(0);
});

test("a session that was closed elsewhere is refused at the next question, with the way back in", async ({
  signIn,
  product,
}) => {
  const second = await signIn("crew");
  await chooseSetting(second, "Ambulance");
  await typeNumber(second, "9990000069");
  const close = `update session set ended_at = now(), issuer_token = null where ended_at is null
    and person_id = (select id from person where name = 'Priya Nair') returning id`;
  await askOwner(product.ownerUrl, Id, close);
  await askButton(second).click();

  await expect(
    second.getByRole("alert").filter({ hasText: "You have been signed out, and nothing was checked." }),
  ).toBeVisible();
  await expect(verdicts(second).held).toHaveCount(0);
  await second.getByRole("link", { name: "Sign in again" }).click();
  await expect(second.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
});

test("whose session has expired on the way to an alert comes to that alert after signing in", async ({
  signIn,
  product,
}) => {
  const duty = await signIn("duty");
  const anyAlert = `select alert.id from alert join organisation on organisation.id = authority_id
    where code = 'E08000035' and alert.kind = 'look-up' and drilled_by_id is null order by alert.id desc limit 1`;
  const [alert] = await askOwner(product.ownerUrl, Id, anyAlert);
  const expire = `update session set expires_at = now() - interval '1 minute' where ended_at is null
    and person_id = (select id from person where name = 'Amira Hassan') returning id`;
  await askOwner(product.ownerUrl, Id, expire);

  await duty.goto(`/duty/alerts/${alert?.id ?? ""}`);
  await expect(duty.getByText("After signing in you go straight to the alert.")).toBeVisible();
  await duty.getByRole("link", { name: "Sign in with your council account" }).click();

  await expect(duty).toHaveURL(`${product.origin}/duty/alerts/${alert?.id ?? ""}`);
  await expect(duty.getByRole("heading", { name: /was looked up$/ })).toBeVisible();
});

test("a name that the issuer does not know signs nobody in", async ({ page, product }) => {
  await page.goto(`${product.origin}/sign-in?login_hint=nobody-in-particular`);
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();

  await page.goto(`${product.origin}/check`);
  await expect(page.getByRole("heading", { name: "Sign in to Lantern" })).toBeVisible();
});
