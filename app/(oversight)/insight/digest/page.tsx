import Link from "next/link";
import type { ReactElement } from "react";
import { ChooseForm } from "./choose-form";
import { StopForm } from "./stop-form";
import { caller } from "@/app/_trpc/server";
import { PageTitle } from "@/app/_ui/page-title";
import { SignedInPage } from "@/app/_ui/signed-in-page";
import { formatDateTime, formatLondonDate } from "@/server/vocabulary/london-time";
import { mayDo, type Role } from "@/server/vocabulary/permission";
import { digestOutcomeWords, digestPath } from "@/server/vocabulary/weekly-digest";

export const metadata = { title: "Weekly e-mail" };

interface DigestPageWords {
  readonly back: { readonly href: string; readonly name: string };
  readonly title: string;
  readonly what: string;
}

const ofFigures: DigestPageWords = {
  back: { href: "/insight", name: "Figures" },
  title: "Weekly figures",
  what:
    "On Mondays at eight: the figures of the week before, for the whole organisation. It names no child, no person " +
    "and no place. Numbers under 5 are hidden, since mail is read by whoever stands behind one.",
};

const ofLooks: DigestPageWords = {
  back: { href: "/audit/unusual", name: "Unusual looks" },
  title: "Weekly reminder of looks",
  what:
    "On Mondays at eight: how many looks wait for your word, and their references. It names nobody, and no reason " +
    "why a look is on the list, since mail is read by whoever stands behind one.",
};

export default function DigestPage(): ReactElement {
  return (
    <SignedInPage path={digestPath} needs={["digest:choose"]}>
      {({ role, organisationName }) => {
        const { back, title, what } = wordsOf(role);
        return (
          <>
            <Link className="nhsuk-back-link" href={back.href} prefetch={false}>
              {back.name}
            </Link>
            <PageTitle caption={role === "operator" ? "The whole service" : organisationName}>
              {title}
            </PageTitle>
            <p>{what}</p>
            <Digest />
          </>
        );
      }}
    </SignedInPage>
  );
}

/** Whoever reviews looks is told of those. */
function wordsOf(role: Role): DigestPageWords {
  return mayDo(role, "review:read") ? ofLooks : ofFigures;
}

async function Digest(): Promise<ReactElement> {
  const { hint, next, newest } = await (await caller()).digest.own();
  return (
    <>
      {hint === undefined ? (
        <p>You are not sent any.</p>
      ) : (
        <>
          <p>
            They go to <strong>{hint}</strong>. The next one comes on Monday {formatLondonDate(next)}, if you
            have signed in with this role in the five weeks before.
          </p>
          <StopForm />
        </>
      )}
      {newest && (
        <p>
          The newest, {formatDateTime(newest.endedAt)}: {digestOutcomeWords[newest.outcome]}
        </p>
      )}
      <ChooseForm hint={hint} />
    </>
  );
}
