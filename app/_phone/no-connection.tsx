import type { ReactElement } from "react";
import { DirectoryList } from "@/app/_ui/directory-list";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";

/** No page, no question: what that means for the child, and whom to ring. */
export function NoConnection(): ReactElement {
  return (
    <>
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
    </>
  );
}
