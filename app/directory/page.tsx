import type { Metadata } from "next";
import type { ReactElement } from "react";
import { AppHeader } from "@/app/_ui/app-header";
import { DirectoryList } from "@/app/_ui/directory-list";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";

export const metadata: Metadata = { title: "Duty team numbers" };

/** The public directory: no sign-in, and the phone keeps a copy for when there is no signal. */
export default function DirectoryPage(): ReactElement {
  return (
    <>
      <AppHeader />
      <PageMain>
        <PageTitle>Duty team numbers</PageTitle>
        <p>
          Children’s social care of every local authority in England. If a child is in danger now,{" "}
          <a href="tel:999">ring 999</a>.
        </p>
        <DirectoryList />
      </PageMain>
    </>
  );
}
