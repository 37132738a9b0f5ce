import type { Metadata } from "next";
import type { ReactElement } from "react";
import { buttonClass } from "./_ui/button";
import { HeaderRow } from "./_ui/header-row";
import { PageMain } from "./_ui/page-main";
import { PageTitle } from "./_ui/page-title";

export const metadata: Metadata = { title: "Page not found" };

/** Also what somebody sees who may not see a record: out of scope is "not found". */
export default function NotFound(): ReactElement {
  return (
    <>
      <HeaderRow />
      <PageMain>
        <PageTitle>Page not found</PageTitle>
        <p>There is nothing here that you can see. The link may be old, or meant for another organisation.</p>
        <p>No child was checked.</p>
        {/* Plain links: every page carries this one, and need not carry the script of a link for it. */}
        <a className={buttonClass("primary", false)} href="/">
          Go to the start
        </a>
        <p>
          <a href="/directory">Duty team phone numbers</a>
        </p>
      </PageMain>
    </>
  );
}
