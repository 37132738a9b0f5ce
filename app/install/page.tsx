import type { Metadata } from "next";
import type { ReactElement } from "react";
import { InstallGuide } from "./install-guide";
import { AppHeader } from "@/app/_ui/app-header";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";

export const metadata: Metadata = { title: "Put Lantern on your home screen" };

/** How to install Lantern, on each kind of device. For everybody: nobody has to sign in to read it. */
export default function InstallPage(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>Put Lantern on your home screen</PageTitle>
        <p>
          Then it opens with one tap, also without a signal, and on iPhones and iPads only then can it ring
          for an alert.
        </p>
        <InstallGuide />
        <p>
          <a href="/">Back to Lantern</a>
        </p>
      </PageMain>
    </>
  );
}
