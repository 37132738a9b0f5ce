import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AppHeader } from "./_ui/app-header";
import { ButtonLink } from "./_ui/button-link";
import { PageMain } from "./_ui/page-main";
import { PageTitle } from "./_ui/page-title";

export const metadata: Metadata = { title: "Page not found" };

/** Also what somebody sees who may not see a record: out of scope is "not found". */
export default function NotFound(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>Page not found</PageTitle>
        <p>There is nothing here that you can see. The link may be old, or meant for another organisation.</p>
        <p>No child was checked.</p>
        <ButtonLink href="/">Go to the start</ButtonLink>
        <p>
          <a href="/directory">Duty team phone numbers</a>
        </p>
      </PageMain>
    </>
  );
}
