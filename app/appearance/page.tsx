import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AppearanceForm } from "./appearance-form";
import { AppHeader } from "@/app/_ui/app-header";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";

export const metadata: Metadata = { title: "How Lantern looks" };

/** How Lantern looks on this phone. For everybody: nobody has to sign in, and nothing about anybody is kept. */
export default function AppearancePage(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>How Lantern looks on this phone</PageTitle>
        <AppearanceForm />
        <p>
          Kept on this phone as two words, such as “dark left”. They say nothing about you, and stay when you
          sign out.
        </p>
        <p>
          <a href="/">Back to Lantern</a>
        </p>
      </PageMain>
    </>
  );
}
