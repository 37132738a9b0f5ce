import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { UndoForm } from "./undo-form";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";
import { NotificationBanner } from "@/app/_ui/notification-banner";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { SummaryList } from "@/app/_ui/summary-list";
import type { UndoEffect } from "@/server/domain/register/delivery/undo-list";
import { FeedId } from "@/server/vocabulary/ids";
import { formatCount } from "@/server/vocabulary/format-count";

export const metadata = { title: "Undo a list" };

interface UndoPageProps {
  readonly params: Promise<{ readonly feedId: string }>;
}

export default async function UndoPage({ params }: UndoPageProps): Promise<ReactElement> {
  const feedId = FeedId.safeParse((await params).feedId);
  if (!feedId.success) notFound();
  const path = `/feeds/${feedId.data}`;

  return (
    <SignedInPage path={`${path}/undo`} needs={["register:correct"]} wide>
      {() => (
        <>
          <p>
            <Link href={path} prefetch={false}>
              Back to the list
            </Link>
          </p>
          <PageTitle>Undo this list</PageTitle>
          <Undo feedId={feedId.data} />
        </>
      )}
    </SignedInPage>
  );
}

async function Undo({ feedId }: { readonly feedId: FeedId }): Promise<ReactElement> {
  const looked = await orProblem(async () => (await caller()).feed.showUndo({ feedId }), `/feeds/${feedId}`);
  if ("problem" in looked) {
    return (
      <NotificationBanner tone="problem" title="This list cannot be undone">
        <p>{looked.problem}</p>
      </NotificationBanner>
    );
  }
  return (
    <>
      <p>
        The register will say again what it said before this list, and will be as old as it was. Nothing has
        been undone yet.
      </p>
      <SummaryList rows={figuresOf(looked.value)} />
      <UndoForm feedId={feedId} version={looked.value.version} />
    </>
  );
}

function figuresOf(effect: UndoEffect) {
  return [
    { key: "New plans of the list, shown to nobody any more", value: effect.withdrawn },
    { key: "Ended plans, in force again", value: effect.reopened },
    { key: "Deleted plans, shown again", value: effect.restored },
    { key: "Changed plans, as they were before", value: effect.changedBack },
    { key: "Changed again since, left as they are", value: effect.left },
  ].map(({ key, value }) => ({ key, value: formatCount(value) }));
}
