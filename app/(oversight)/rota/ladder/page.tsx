import Link from "next/link";
import type { ReactElement } from "react";
import { CoverForm } from "./cover-form";
import { LadderForm } from "./ladder-form";
import { LadderInWords } from "./ladder-in-words";
import { readTeam, rotaAddress, type Query } from "@/app/(oversight)/rota/rota-address";
import { TeamPicker } from "@/app/(oversight)/rota/team-picker";
import { caller } from "@/app/_trpc/server";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";

export const metadata = { title: "Ladder and teams" };

interface LadderPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function LadderPage({ searchParams }: LadderPageProps): Promise<ReactElement> {
  const query = await searchParams;
  return (
    <SignedInPage path="/rota/ladder" needs={["rota:change"]}>
      {({ organisationName }) => (
        <>
          <PageTitle caption={organisationName}>Ladder and teams</PageTitle>
          <Ladder query={query} authorityName={organisationName} />
        </>
      )}
    </SignedInPage>
  );
}

async function Ladder({
  query,
  authorityName,
}: {
  query: Query;
  authorityName: string;
}): Promise<ReactElement> {
  const { rota } = await caller();
  const team = readTeam(query, await rota.teams());
  if (team === undefined) return <EmptyState title="Your authority has no duty team" />;

  const shown = await rota.ladder({ teamId: team.teamId });
  const context = { teamId: team.teamId, day: "" };
  return (
    <>
      <p>
        <Link href={rotaAddress({ teamId: team.teamId })} prefetch={false}>
          The rota of {team.name}
        </Link>
      </p>
      <TeamPicker action="/rota/ladder" teams={shown.teams} chosen={team.teamId} />
      <h2 className="nhsuk-heading-m">Ladder of {team.name}</h2>
      <p>
        An alert rings on the first rung. If nobody there takes it in time, it rings on the next one. After
        the last rung the crew is told to ring, and the ladder begins again until somebody takes the alert.
      </p>
      {team.isOwn ? <LadderForm shown={shown} context={context} /> : <LadderInWords shown={shown} />}
      <h2 className="nhsuk-heading-m">Which team is told of {authorityName}’s alerts?</h2>
      <CoverForm shown={shown} context={context} />
    </>
  );
}
