import Link from "next/link";
import type { ReactElement } from "react";
import { TeamReach } from "./team-reach";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Who can be reached" };

export default function ReachPage(): ReactElement {
  return (
    <SignedInPage path="/rota/reach" needs={["reach:check"]}>
      {({ organisationName }) => (
        <>
          <PageTitle caption={organisationName}>Who can be reached</PageTitle>
          <p>
            Everybody on the rota until the end of tomorrow, and whether an alert would come to their notice.
            The rotas are looked at every evening and before each shift; nobody’s phone rings for it.
          </p>
          <Teams />
          <p>
            <Link href="/rota" prefetch={false}>
              The rota
            </Link>
          </p>
        </>
      )}
    </SignedInPage>
  );
}

async function Teams(): Promise<ReactElement> {
  const teams = await (await caller()).reach.show();
  if (teams.length === 0) return <EmptyState title="Your authority has no duty team" />;
  return (
    <>
      {teams.map((shown) => (
        <TeamReach key={shown.team.teamId} shown={shown} />
      ))}
    </>
  );
}
