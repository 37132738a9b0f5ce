import type { ReactElement } from "react";
import { ManagerView } from "./manager-view";
import { OperatorView } from "./operator-view";
import type { Query } from "@/app/(oversight)/rota/rota-address";
import { caller } from "@/app/_trpc/server";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Can I trust tonight?" };

interface TonightPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function TonightPage({ searchParams }: TonightPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const { authority } = query;
  const chosen = typeof authority === "string" ? authority : undefined;
  return (
    <SignedInPage path={pageAddress("/tonight", query)} needs={["tonight:read", "tonight:read-all"]} wide>
      {({ role, organisationName }) => {
        const isOfAll = mayDo(role, "tonight:read-all");
        return (
          <>
            <PageTitle caption={isOfAll ? "The whole service" : organisationName}>
              Can I trust tonight?
            </PageTitle>
            {isOfAll ? <OfAll chosen={chosen} /> : <Own />}
          </>
        );
      }}
    </SignedInPage>
  );
}

async function Own(): Promise<ReactElement> {
  return <ManagerView tonight={await (await caller()).tonight.own()} />;
}

async function OfAll({ chosen }: { readonly chosen: string | undefined }): Promise<ReactElement> {
  return <OperatorView tonight={await (await caller()).tonight.ofAll()} chosen={chosen} />;
}
