import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AppHeader } from "@/app/_ui/app-header";
import { DirectoryList } from "@/app/_ui/directory-list";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";

export const metadata: Metadata = { title: "No connection" };

/** What the phone shows in place of any page that it cannot reach. Holds nothing about anybody. */
export default function OfflinePage(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>No connection</PageTitle>
        <NotificationBanner tone="problem" title="Nothing was checked">
          <p>
            <strong>Checking a child needs a connection, and Lantern cannot be reached.</strong>
          </p>
          <p>You have no answer about any child. Try again, or ring the duty team.</p>
        </NotificationBanner>
        {/* An empty address is this page again, whichever it was that could not be reached. */}
        <a className="nhsuk-button button--big" href="">
          Try again
        </a>
        <h2 className="nhsuk-heading-m">Duty team numbers</h2>
        <DirectoryList />
      </PageMain>
    </>
  );
}
