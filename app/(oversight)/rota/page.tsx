import type { ReactElement } from "react";
import { readDay, readDone, readTeam, type Query } from "./rota-address";
import { RotaView } from "./rota-view";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Rota" };

interface RotaPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function RotaPage({ searchParams }: RotaPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const done = readDone(query);
  return (
    <SignedInPage path="/rota" needs={["rota:change"]} wide>
      {({ organisationName }) => (
        <>
          <PageTitle caption={organisationName}>Rota</PageTitle>
          {done !== undefined && <NotificationBanner tone="success">{done}</NotificationBanner>}
          <Rota query={query} />
        </>
      )}
    </SignedInPage>
  );
}

async function Rota({ query }: { readonly query: Query }): Promise<ReactElement> {
  const { rota } = await caller();
  const teams = await rota.teams();
  const team = readTeam(query, teams);
  if (team === undefined) {
    return (
      <EmptyState title="Your authority has no duty team">Ask whoever runs the service to add it.</EmptyState>
    );
  }
  const now = new Date();
  const day = readDay(query, now);
  const shown = await rota.week({ teamId: team.teamId, day });
  return <RotaView rota={shown} teams={teams} team={team} now={now} day={day} />;
}
