import Link from "next/link";
import type { ReactElement } from "react";
import { readOftenKind } from "./often-address";
import { OftenSeenTable } from "./often-seen-table";
import type { Query } from "@/app/(oversight)/insight/insight-address";
import { caller } from "@/app/_trpc/server";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { formatDateTime } from "@/server/vocabulary/london-time";
import type { OftenKind } from "@/server/vocabulary/often-seen";

export const metadata = { title: "Children seen often" };

interface ChildrenPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function ChildrenPage({ searchParams }: ChildrenPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const kind = readOftenKind(query);
  return (
    <SignedInPage
      path={pageAddress("/insight/activity/children", query)}
      needs={["insight:read-children"]}
      wide
    >
      {({ organisationName }) => (
        <>
          <Link className="nhsuk-back-link" href="/insight/activity" prefetch={false}>
            Activity
          </Link>
          <PageTitle caption={organisationName}>Children seen often</PageTitle>
          <OftenSeen kind={kind} />
        </>
      )}
    </SignedInPage>
  );
}

async function OftenSeen({ kind }: { readonly kind: OftenKind }): Promise<ReactElement> {
  const { asAt, children } = await (await caller()).insight.oftenSeen({ kind });
  return (
    <>
      <p>
        As at {formatDateTime(asAt)}. Children with a plan with you, in force or ended in the last 12 months.
        Names are in the chronology of each; opening one is on record. A child whose NHS number was replaced
        counts under each number.
      </p>
      <OftenSeenTable kind={kind} rows={children} />
    </>
  );
}
