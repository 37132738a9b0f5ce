import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { AlertView } from "./alert-view";
import { caller } from "@/app/_trpc/server";
import { LiveRefresh } from "@/app/(duty)/duty/live-refresh";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import type { AlertDetail } from "@/server/domain/alert/read-alert";
import { AlertId, type PersonId } from "@/server/vocabulary/ids";
import { mayDo } from "@/server/vocabulary/permission";
import { Refusal } from "@/server/vocabulary/refusal";

export const metadata = { title: "Alert" };

interface AlertPageProps {
  readonly params: Promise<{ readonly alertId: string }>;
}

export default async function AlertPage({ params }: AlertPageProps): Promise<ReactElement> {
  const parsed = AlertId.safeParse((await params).alertId);
  if (!parsed.success) notFound();

  return (
    <SignedInPage path={`/duty/alerts/${parsed.data}`} needs={["alert:read"]}>
      {(actor) => (
        <ReadAlert
          alertId={parsed.data}
          personId={actor.personId}
          mayTake={mayDo(actor.role, "alert:acknowledge")}
        />
      )}
    </SignedInPage>
  );
}

interface ReadAlertProps {
  readonly alertId: AlertId;
  readonly personId: PersonId;
  readonly mayTake: boolean;
}

async function ReadAlert({ alertId, personId, mayTake }: ReadAlertProps): Promise<ReactElement> {
  const alert = await readAlert(alertId);
  const colleagues =
    typeof alert !== "string" && alert.isOwn ? await (await caller()).alert.colleagues() : [];
  if (typeof alert !== "string") {
    return (
      <>
        <LiveRefresh alertId={alertId} shown={alert.news} />
        <AlertView alert={alert} person={{ personId, mayTake, colleagues }} />
      </>
    );
  }
  return (
    <>
      <PageTitle>No such alert</PageTitle>
      <p>{alert}</p>
    </>
  );
}

/** The alert, or the words that say why there is none for this person. */
async function readAlert(alertId: AlertId): Promise<AlertDetail | string> {
  try {
    return await (await caller()).alert.read({ alertId });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Refusal) return cause.message;
    throw error;
  }
}
