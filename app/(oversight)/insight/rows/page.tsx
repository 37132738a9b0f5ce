import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { AlertRows } from "./alert-rows";
import { BackToFigures } from "./back-to-figures";
import { LookupRows } from "./lookup-rows";
import { MissedRows } from "./missed-rows";
import { ReferralRows } from "./referral-rows";
import { rowsTitle } from "./rows-title";
import { TakeRows } from "./take-rows";
import { AsAt } from "@/app/(oversight)/insight/as-at";
import { CountedWith } from "@/app/(oversight)/insight/counted-with";
import { readOpenedFrom, readRowsRequest, type Query } from "@/app/(oversight)/insight/insight-address";
import { rowsAddress, rowsFileAddress, type OpenedFrom } from "@/app/(oversight)/insight/rows-address";
import { caller } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { pageAddress } from "@/app/_ui/page-address";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { RowsPage as Rows } from "@/server/domain/insight/list-rows";
import type { PersonActor } from "@/server/vocabulary/actor";
import { rowsBehind, stepOf } from "@/server/vocabulary/counted-rows";
import { formatLondonDate } from "@/server/vocabulary/london-time";
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
      {(actor) => <RowsOf request={request} openedFrom={readOpenedFrom(query)} actor={actor} />}
    </SignedInPage>
  );
}

interface RowsOfProps {
  readonly request: RowsRequest;
  readonly openedFrom: OpenedFrom;
  readonly actor: PersonActor;
}

async function RowsOf({ request, openedFrom, actor }: RowsOfProps): Promise<ReactElement> {
  const page = await (await caller()).insight.rows(request);
  const { measure, groupId, cut } = request;
  const { from, to, next } = page;
  const slice = { from, to, groupId, cut, ...openedFrom };
  const days = from === to ? formatLondonDate(from) : `${formatLondonDate(from)} to ${formatLondonDate(to)}`;
  return (
    <>
      <BackToFigures openedFrom={openedFrom} days={page} />
      <PageTitle caption={days}>{rowsTitle(request)}</PageTitle>
      <AsAt age={page} />
      <NotKept page={page} />
      <CountedWith predecessors={page.predecessors} />
      {page.rows.length > 0 && <TakeRows href={rowsFileAddress(measure, slice)} />}
      {page.rows.length === 0 ? (
        <EmptyState title="There is nothing to show" />
      ) : (
        <Table page={page} request={request} actor={actor} />
      )}
      {next && (
        <ButtonLink variant="secondary" href={rowsAddress(measure, slice, formatPageCursor(next))}>
          Older
        </ButtonLink>
      )}
    </>
  );
}

/** Figures are kept longer than what they count. */
function NotKept({ page: { from, rowsSince } }: { readonly page: Rows }): ReactElement | null {
  if (rowsSince === undefined || from >= rowsSince) return null;
  return (
    <p>
      Rows of days before {formatLondonDate(rowsSince)} are no longer kept: of those days there are figures
      alone.
    </p>
  );
}

interface TableProps {
  readonly page: Rows;
  readonly request: RowsRequest;
  readonly actor: PersonActor;
}

function Table({ page, request, actor }: TableProps): ReactElement {
  const mayOpen = mayDo(actor.role, "alert:read");
  const behind = rowsBehind[request.measure];
  switch (page.of) {
    case "lookups":
      return <LookupRows rows={page.rows} />;
    case "alerts":
      return (
        <AlertRows
          rows={page.rows}
          step={behind.of === "alerts" ? stepOf(behind) : "taken"}
          mayOpen={mayOpen}
        />
      );
    case "referrals":
      return <ReferralRows rows={page.rows} />;
    case "missed":
      return <MissedRows rows={page.rows} mayOpen={mayOpen} />;
  }
}
