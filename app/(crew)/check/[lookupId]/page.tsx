import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { CheckScreen } from "@/app/(crew)/check/check-screen";
import { caller } from "@/app/_trpc/server";
import { AnswerPanel } from "@/app/_ui/answer-panel";
import { ButtonLink } from "@/app/_ui/button-link";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { LookupId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ResultCard } from "@/server/vocabulary/result-card";

export const metadata = { title: "Answer" };

interface CardPageProps {
  readonly params: Promise<{ readonly lookupId: string }>;
}

/** A card again, after a reload or from the address bar: for the person who asked, until it clears. */
export default async function CardPage({ params }: CardPageProps): Promise<ReactElement> {
  const parsed = LookupId.safeParse((await params).lookupId);
  if (!parsed.success) notFound();

  return (
    <SignedInPage path={`/check/${parsed.data}`} needs={["card:read"]}>
      {(actor) => (
        <CardAgain
          lookupId={parsed.data}
          careSettingName={actor.careSettingName ?? ""}
          isControlRoom={actor.role === "control-room"}
        />
      )}
    </SignedInPage>
  );
}

interface CardAgainProps {
  readonly lookupId: LookupId;
  readonly careSettingName: string;
  readonly isControlRoom: boolean;
}

async function CardAgain({
  lookupId,
  careSettingName,
  isControlRoom,
}: CardAgainProps): Promise<ReactElement> {
  const read = await readAgain(lookupId);
  if (typeof read !== "string") {
    return (
      <CheckScreen
        mode={read.mode}
        careSettingName={careSettingName}
        isControlRoom={isControlRoom}
        card={read}
      />
    );
  }
  return (
    <>
      <PageTitle>This card is not shown</PageTitle>
      <AnswerPanel kind="could-not-check">
        <p>{read}</p>
      </AnswerPanel>
      <ButtonLink href="/check" big>
        Check a number
      </ButtonLink>
    </>
  );
}

/** The card, or the words that say why there is none. */
async function readAgain(lookupId: LookupId): Promise<ResultCard | string> {
  try {
    return await (await caller()).lookup.card({ lookupId });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return cause instanceof Refusal
      ? cause.message
      : "The service could not read this card. Check the number again.";
  }
}
