import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { z } from "zod";
import { freePort } from "@/server/demo/demo-port";
import { startProduct, type Product } from "@/server/demo/product";
import { askOwner } from "@/test/support/owner-database";
import { quietEvening } from "@/test/support/no-reach-checks";
import { startFakeCaseSystem, type FakeCaseSystem } from "@/test/support/fake-case-system";
import { startFakePushService, type FakePushService } from "@/test/support/fake-push-service";

interface OfWorker {
  readonly push: FakePushService;
  /** An authority's case system, which the product may tell. */
  readonly caseSystem: FakeCaseSystem;
  /** Where the product keeps its data and logs, until the worker ends. */
  readonly directory: string;
  /** The whole product as the demo starts it, on a database of its own, with our push service as the only neighbour. */
  readonly product: Product;
}

interface OfTest {
  /** Tests of one worker share a product: what one has raised must not fold into, or ring in, the next. */
  readonly nothingUnderWay: undefined;
  /** Signs a persona in, by the identity provider, in a browser of their own. */
  readonly signIn: (persona: string, size?: { width: number; height: number }) => Promise<Page>;
}

const phone = { width: 390, height: 844 };

/** Playwright's `test` with the running product: what people see, over everything there is. */
export const test = base.extend<OfTest, OfWorker>({
  push: [
    async ({}, use) => {
      const push = await startFakePushService();
      await use(push);
      await push.stop();
    },
    { scope: "worker" },
  ],

  caseSystem: [
    async ({}, use) => {
      const caseSystem = await startFakeCaseSystem();
      await use(caseSystem);
      await caseSystem.stop();
    },
    { scope: "worker" },
  ],

  directory: [
    async ({}, use) => {
      const directory = await mkdtemp(path.join(tmpdir(), "lantern-journey-"));
      // Under root the database runs as another user, who has to be able to pass.
      await chmod(directory, 0o711);
      await use(directory);
      await rm(directory, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],

  product: [
    async ({ push, directory, caseSystem }, use) => {
      const authority = path.join(directory, "push-authority.pem");
      await writeFile(authority, push.certificateAuthorityPem);

      const product = await startProduct({
        directory,
        port: await freePort(),
        throwaway: true,
        environment: {
          PUSH_HOSTS: push.host,
          PUSH_CERTIFICATE_AUTHORITY_FILE: authority,
          WEBHOOK_HOSTS: caseSystem.host,
          WEBHOOK_LOOPBACK: "allowed",
          REACH_CHECK_AT: quietEvening(),
          // As near to the seed's changes of shift as may be set.
          REACH_BEFORE_SHIFT_MINUTES: "5",
          // One persona asks in many tests, one after another, quicker than any person does.
          LOOKUPS_PER_MINUTE: "1000",
          SEARCHES_PER_MINUTE: "1000",
        },
      });
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],

  nothingUnderWay: [
    async ({ product }, use) => {
      await askOwner(
        product.ownerUrl,
        z.unknown(),
        `with jobs as (delete from outbox), phones as (update device set retired_at = now() where retired_at is null)
         update alert set raised_at = raised_at - interval '2 days' where raised_at > now() - interval '1 day'`,
      );
      await use(undefined);
    },
    { auto: true },
  ],

  signIn: async ({ browser, product }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (persona, viewport = phone) => {
      const context = await browser.newContext({
        viewport,
        baseURL: product.origin,
        hasTouch: viewport === phone,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`/sign-in?login_hint=${persona}`);
      await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});
