import type { ReactElement, ReactNode } from "react";
import { WaitingCount } from "@/app/_phone/waiting-count";
import { AppLock } from "@/app/_lock/app-lock";
import { LockScript } from "@/app/_lock/lock-script";
import { markerOf, ownPhonePerson, signedInActor } from "@/app/_trpc/server";
import { AppHeader } from "@/app/_ui/app-header";
import { navFor } from "@/app/_ui/nav-for";
import { PageMain } from "@/app/_ui/page-main";
import { PageTitle } from "@/app/_ui/page-title";
import type { PersonActor } from "@/server/vocabulary/actor";
import { sessionMarkerMeta } from "@/server/vocabulary/session-marker";
import { mayDo, roleNames, type Permission } from "@/server/vocabulary/permission";

interface SignedInPageProps {
  /** Where sign-in comes back to. */
  readonly path: string;
  /** What the page is for; a role without any of these is told so instead. Procedures decide all the same. */
  readonly needs: readonly Permission[];
  readonly wide?: boolean;
  /** What is to be seen before anything else, and always. */
  readonly frame?: ReactNode;
  readonly children: (actor: PersonActor) => ReactNode;
}

/** A page for people who are signed in: the head with who they are, the way out and the way to their other pages. */
export async function SignedInPage({
  path,
  needs,
  wide = false,
  frame,
  children,
}: SignedInPageProps): Promise<ReactElement> {
  const actor = await signedInActor(path);
  const marker = markerOf(actor);
  const isMeantForRole = needs.some((permission) => mayDo(actor.role, permission));

  return (
    <>
      {/* Also says for whom this page was made, when it asks something later. */}
      <meta name={sessionMarkerMeta} content={marker} />
      <LockScript />
      {frame}
      <AppHeader
        person={{ name: actor.name, role: roleNames[actor.role], organisation: actor.organisationName }}
        signOut={{ action: "/sign-out" }}
        nav={navFor(actor.role)}
        extra={<WaitingCount />}
      />
      <PageMain wide={wide}>{isMeantForRole ? children(actor) : <NotForYourRole />}</PageMain>
      <AppLock key={marker} marker={marker} person={await ownPhonePerson(actor)} />
    </>
  );
}

function NotForYourRole(): ReactElement {
  return (
    <>
      <PageTitle>This page is not for your role</PageTitle>
      <p>You are signed in, but this page belongs to other roles. Use the links above for your own pages.</p>
    </>
  );
}
