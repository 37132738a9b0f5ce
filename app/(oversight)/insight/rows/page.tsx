import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { AlertRows } from "./alert-rows";
import { LookupRows } from "./lookup-rows";
import { TakeRows } from "./take-rows";
import { readRowsRequest, type Query } from "@/app/(oversight)/insight/insight-address";
import { rowsAddress, rowsFileAddress } from "@/app/(oversight)/insight/rows-address";
import { AsAt } from "@/app/(oversight)/insight/as-at";
import { caller } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { RowsPage as Rows } from "@/server/domain/insight/list-rows";
import type { PersonActor } from "@/server/vocabulary/actor";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { measureNames } from "@/server/vocabulary/measure";
import { formatPageCursor } from "@/server/vocabulary/page-cursor";
import { mayDo } from "@/server/vocabulary/permission";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

export const metadata = { title: "Rows behind a figure" };

interface RowsPageProps {
  readonly searchParams: Promise<Query>;
}

/** What a figure counts, row by row, without anybody's identity. */
export default async function RowsPage({ searchParams }: RowsPageProps): Promise<ReactElement> {
  const query = await searchParams;
  const request = readRowsRequest(query);
  if (request === undefined) notFound();
  return (
    <SignedInPage path={pageAddress("/insight/rows", query)} needs={["insight:read"]} wide>
      {(actor) => <RowsOf request={request} actor={actor} />}
    </SignedInPage>
  );
}

interface RowsOfProps {
  readonly request: RowsRequest;
  readonly actor: PersonActor;
}

async function RowsOf({ request, actor }: RowsOfProps): Promise<ReactElement> {
  const page = await (await caller()).insight.rows(request);
  const { measure, groupId } = request;
  const { from, to, next } = page;
  const days = from === to ? formatLondonDate(from) : `${formatLondonDate(from)} to ${formatLondonDate(to)}`;
  return (
    <>
      <Link className="nhsuk-back-link" href={`/insight?from=${from}&to=${to}`} prefetch={false}>
        Figures
      </Link>
      <PageTitle caption={days}>{measureNames[measure]}</PageTitle>
      <AsAt age={page} />
      {page.rows.length > 0 && <TakeRows href={rowsFileAddress(measure, { from, to, groupId })} />}
      {page.rows.length === 0 ? (
        <EmptyState title="There is nothing to show" />
      ) : (
        <Table page={page} actor={actor} />
      )}
      {next && (
        <ButtonLink
          variant="secondary"
          href={rowsAddress(measure, { from, to, groupId }, formatPageCursor(next))}
        >
          Older
        </ButtonLink>
      )}
    </>
  );
}

function Table({ page, actor }: { readonly page: Rows; readonly actor: PersonActor }): ReactElement {
  return page.of === "lookups" ? (
    <LookupRows rows={page.rows} />
  ) : (
    <AlertRows rows={page.rows} mayOpen={mayDo(actor.role, "alert:read")} />
  );
}
