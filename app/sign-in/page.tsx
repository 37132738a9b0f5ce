import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AppHeader } from "@/app/_ui/app-header";
import { ButtonLink } from "@/app/_ui/button-link";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";

export const metadata: Metadata = { title: "Sign in" };

/** The two doors: health staff through Care Identity, council staff through their council. */
export default function SignInPage(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>Sign in to Lantern</PageTitle>
        <p>Everyone who looks a child up is known by name, role and organisation.</p>
        <h2 className="nhsuk-heading-m">I work in health</h2>
        <ButtonLink href="/api/auth/signin/care-identity" big>
          Sign in with Care Identity
        </ButtonLink>
        <h2 className="nhsuk-heading-m">I work for a council</h2>
        <ButtonLink href="/api/auth/signin/council" big variant="secondary">
          Sign in with your council account
        </ButtonLink>
        <p>
          <a href="/directory">Duty team phone numbers</a>, without signing in
        </p>
      </PageMain>
    </>
  );
}
