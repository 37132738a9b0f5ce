import Link from "next/link";
import { TRPCError } from "@trpc/server";
import type { ReactElement } from "react";
import { ToldView } from "./told-view";
import { dateOf, instantOf } from "@/app/(oversight)/rota/read-form";
import type { Query } from "@/app/(oversight)/rota/rota-address";
import { caller } from "@/app/_trpc/server";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { PageTitle } from "@/app/_ui/page-title";
import { SelectField } from "@/app/_ui/select-field";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { TextField } from "@/app/_ui/text-field";
import type { WouldBeTold } from "@/server/domain/rota/who-would-be-told";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId } from "@/server/vocabulary/ids";
import { formatTime, londonDate } from "@/server/vocabulary/london-time";
import { mayDo } from "@/server/vocabulary/permission";

export const metadata = { title: "Who would be told?" };

interface ToldPageProps {
  readonly searchParams: Promise<Query>;
}

export default async function ToldPage({ searchParams }: ToldPageProps): Promise<ReactElement> {
  const query = await searchParams;
  return (
    <SignedInPage path="/rota/told" needs={["rota:read"]}>
      {(actor) => (
        <>
          <PageTitle caption={actor.organisationName}>Who would be told?</PageTitle>
          <p>
            Choose a day and a time. This is whom an alert would ring then, by the rota as it stands now and
            by the same rules by which alerts ring.
          </p>
          <Told query={query} actor={actor} />
          {mayDo(actor.role, "rota:change") && (
            <p>
              <Link href="/rota" prefetch={false}>
                The rota
              </Link>
            </p>
          )}
        </>
      )}
    </SignedInPage>
  );
}

async function Told({ query, actor }: { query: Query; actor: PersonActor }): Promise<ReactElement> {
  const authorities = await authoritiesOf(actor);
  const now = new Date();
  const typed = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  const asked = {
    authority: OrganisationId.safeParse(typed("authority")).data ?? actor.organisationId,
    date: typed("atDate") === "" ? londonDate(now) : dateOf(typed("atDate")),
    time: typed("atTime") === "" ? formatTime(now) : typed("atTime"),
  };
  const at = instantOf((name) => (name === "atDate" ? asked.date : asked.time), "at");
  const told = await toldOrProblem(asked.authority, at);

  return (
    <>
      {typeof told === "string" && <ErrorSummary problems={[{ fieldId: "atDate", message: told }]} />}
      <form method="get" action="/rota/told" className="flex flex-wrap items-end gap-x-4">
        {authorities.length > 1 && (
          <SelectField
            id="authority"
            name="authority"
            label="Authority"
            options={authorities}
            defaultValue={asked.authority}
          />
        )}
        <TextField
          id="atDate"
          name="atDate"
          type="date"
          label="Date"
          className="nhsuk-input--width-10"
          defaultValue={asked.date}
        />
        <TextField
          id="atTime"
          name="atTime"
          type="time"
          label="Time"
          className="time-input"
          defaultValue={asked.time}
        />
        <Button>Show who would be told</Button>
      </form>
      {typeof told !== "string" && <ToldView told={told} />}
    </>
  );
}

/** Those of one's authorities that teams of one's own serve, by name. */
async function authoritiesOf({ authorityIds }: PersonActor): Promise<{ value: string; label: string }[]> {
  const teams = await (await caller()).rota.teams();
  const served = teams.flatMap(({ serves }) => serves);
  const names = new Map(served.map(({ authorityId, authorityName }) => [authorityId, authorityName]));
  return authorityIds.map((id) => ({ value: id, label: names.get(id) ?? "Your authority" }));
}

async function toldOrProblem(authorityId: OrganisationId, at: Date): Promise<WouldBeTold | string> {
  try {
    return await (await caller()).rota.told({ authorityId, at });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "BAD_REQUEST" || error.code === "NOT_FOUND"))
      return error.message;
    throw error;
  }
}
