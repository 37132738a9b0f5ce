import Link from "next/link";
import type { ReactElement } from "react";
import { AddForm } from "./add-form";
import { WebhookEntry } from "./webhook-entry";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Telling your case system" };

export default function WebhooksPage(): ReactElement {
  return (
    <SignedInPage path="/feeds/webhooks" needs={["webhook:manage"]} wide>
      {({ organisationName }) => (
        <>
          <p>
            <Link href="/feeds" prefetch={false}>
              All lists
            </Link>
          </p>
          <PageTitle caption={organisationName}>Telling your case system</PageTitle>
          <p>
            When somebody asks about one of your children, and when somebody takes or closes the alert,
            Lantern tells your case system. It sends a number and a reference, and nothing of the child. Your
            system then reads the notice here with its token.
          </p>
          <p>
            <strong>This replaces no duty phone.</strong> Alerts ring and climb as before, whether your system
            is told or not.
          </p>
          <Webhooks />
        </>
      )}
    </SignedInPage>
  );
}

async function Webhooks(): Promise<ReactElement> {
  const webhooks = await (await caller()).webhook.list();

  return (
    <>
      <AddForm />
      <h2 className="nhsuk-heading-m">Addresses so far</h2>
      {webhooks.length === 0 && (
        <EmptyState title="No address has been added yet">Your case system is told nothing.</EmptyState>
      )}
      {webhooks.map((webhook) => (
        <WebhookEntry key={webhook.webhookId} webhook={webhook} />
      ))}
    </>
  );
}
