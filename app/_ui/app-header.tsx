import type { ReactElement, ReactNode } from "react";
import { AppNav, type NavItem } from "./app-nav";
import { HeaderRow } from "./header-row";
import { SignOutForm, type SignOut } from "./sign-out-form";

export interface SignedInPerson {
  readonly name: string;
  /** In words: "Paramedic", "Duty social worker". */
  readonly role: string;
  readonly organisation: string;
}

interface AppHeaderProps {
  readonly person?: SignedInPerson | undefined;
  readonly signOut?: SignOut | undefined;
  readonly nav?: readonly NavItem[] | undefined;
  /** What else belongs beside the person: how many questions wait. */
  readonly extra?: ReactNode;
}

/** Top of a page: who is signed in with role and organisation, the way out, the main pages. */
export function AppHeader({ person, signOut, nav = [], extra }: AppHeaderProps): ReactElement {
  return (
    <HeaderRow below={nav.length > 0 && <AppNav items={nav} />}>
      {person !== undefined && <Person {...person} />}
      {extra}
      {signOut !== undefined && <SignOutForm {...signOut} />}
    </HeaderRow>
  );
}

function Person({ name, role, organisation }: SignedInPerson): ReactNode {
  return (
    <p className="app-header__person">
      <span className="nhsuk-u-visually-hidden">Signed in: </span>
      <strong>{name}</strong>
      {role}, {organisation}
    </p>
  );
}
