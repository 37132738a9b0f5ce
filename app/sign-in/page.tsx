import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactElement } from "react";
import { SignInNotice, type SignInOutcome } from "./sign-in-notice";
import { NobodySignedIn } from "@/app/_phone/nobody-signed-in";
import { isSignedIn } from "@/app/_trpc/server";
import { AppHeader } from "@/app/_ui/app-header";
import { buttonClass } from "@/app/_ui/button";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";
import { parseNextPath } from "@/server/vocabulary/next-path";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** The two doors: health staff through Care Identity, council staff through their council. */
export default async function SignInPage({ searchParams }: SignInPageProps): Promise<ReactElement> {
  const asked = await searchParams;
  const next = parseNextPath(first(asked["next"]) ?? first(asked["callbackUrl"]));
  const hint = first(asked["login_hint"]);
  // Whoever comes with a hint has already said who they are: the issuer is asked at once.
  if (hint !== undefined)
    redirect(signInAddress("/api/auth/signin", { login_hint: hint, callbackUrl: next }));

  const outcome: SignInOutcome = {
    refused: first(asked["refused"]),
    error: first(asked["error"]),
    signedOut: first(asked["signed-out"]),
  };
  return (
    <>
      <AppHeader />
      <PageMain>
        <SignInNotice {...outcome} />
        {!(await isSignedIn()) && <NobodySignedIn />}
        <PageTitle>Sign in to Lantern</PageTitle>
        {next?.startsWith("/duty/alerts/") === true && <p>After signing in you go straight to the alert.</p>}
        <p>Everyone who looks a child up is known by name, role and organisation.</p>
        {/* Plain links: they leave for the issuer, which Next would try to fetch as a page of ours. */}
        <h2 className="nhsuk-heading-m">I work in health</h2>
        <a
          className={buttonClass("primary", true)}
          href={signInAddress("/api/auth/signin/care-identity", { callbackUrl: next })}
        >
          Sign in with Care Identity
        </a>
        <h2 className="nhsuk-heading-m">I work for a council</h2>
        <a
          className={buttonClass("secondary", true)}
          href={signInAddress("/api/auth/signin/council", { callbackUrl: next })}
        >
          Sign in with your council account
        </a>
        <p>
          <a href="/directory">Duty team phone numbers</a>, without signing in
        </p>
        <p>
          <a href="/install">Put Lantern on your home screen</a>
        </p>
      </PageMain>
    </>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function signInAddress(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const query = new URLSearchParams(given).toString();
  return query === "" ? path : `${path}?${query}`;
}
