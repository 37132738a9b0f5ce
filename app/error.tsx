"use client";

import type { ReactElement } from "react";
import { Button } from "./_ui/button";
import { HeaderRow } from "./_ui/header-row";
import { PageMain } from "./_ui/page-main";
import { PageTitle } from "./_ui/page-title";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** A page that broke. Says first what it means for the child: there is no answer. */
export default function ErrorPage({ error, reset }: ErrorPageProps): ReactElement {
  return (
    <>
      <HeaderRow />
      <PageMain>
        <PageTitle>Something went wrong</PageTitle>
        <p>
          <strong>If you were checking a child, treat this as “could not check”.</strong> It does not tell you
          anything about the child.
        </p>
        <Button type="button" big onClick={reset}>
          Try again
        </Button>
        <p>
          <a href="/directory">Ring a duty team</a> · <a href="/">Go to the start</a>
        </p>
        {error.digest !== undefined && <p className="nhsuk-hint">Reference for support: {error.digest}</p>}
      </PageMain>
    </>
  );
}
