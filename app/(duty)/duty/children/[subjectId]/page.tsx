import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { pageAddress, readOrder, type Order, type Query } from "./chronology-address";
import { ChronologyView } from "./chronology-view";
import { PeriodForm } from "./period-form";
import { caller } from "@/app/_trpc/server";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { Chronology } from "@/server/domain/chronology/chronology";
import { readChronologyPeriod, type ChronologyPeriod } from "@/server/vocabulary/chronology-period";
import { SubjectId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

// The child's name stays out of the title, which browsers keep.
export const metadata = { title: "Chronology" };

interface ChronologyPageProps {
  readonly params: Promise<{ readonly subjectId: string }>;
  readonly searchParams: Promise<Query>;
}

export default async function ChronologyPage({
  params,
  searchParams,
}: ChronologyPageProps): Promise<ReactElement> {
  const parsed = SubjectId.safeParse((await params).subjectId);
  if (!parsed.success) notFound();
  const query = await searchParams;

  return (
    <SignedInPage path={pageAddress(parsed.data)} needs={["chronology:read"]}>
      {() => <ChronologyOf subjectId={parsed.data} query={query} />}
    </SignedInPage>
  );
}

interface ChronologyOfProps {
  readonly subjectId: SubjectId;
  readonly query: Query;
}

function ChronologyOf({ subjectId, query }: ChronologyOfProps): ReactElement {
  const order = readOrder(query);
  const read = readChronologyPeriod(query, new Date());
  if (read.ok) return <ReadChronology subjectId={subjectId} period={read.period} order={order} />;

  return (
    <>
      <ErrorSummary problems={read.problems} />
      <PageTitle>Chronology</PageTitle>
      <PeriodForm subjectId={subjectId} order={order} typed={query} problems={read.problems} />
    </>
  );
}

interface ReadChronologyProps {
  readonly subjectId: SubjectId;
  readonly period: ChronologyPeriod;
  readonly order: Order;
}

async function ReadChronology({ subjectId, period, order }: ReadChronologyProps): Promise<ReactElement> {
  const chronology = await readChronology(subjectId, period);
  if (typeof chronology !== "string")
    return <ChronologyView chronology={chronology} period={period} order={order} />;
  return (
    <>
      <PageTitle>No such child</PageTitle>
      <p>{chronology}</p>
    </>
  );
}

/** The chronology, or the words that say why there is none for this person. */
async function readChronology(subjectId: SubjectId, period: ChronologyPeriod): Promise<Chronology | string> {
  try {
    return await (await caller()).chronology.read({ subjectId, period, form: "page" });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Refusal) return cause.message;
    throw error;
  }
}
