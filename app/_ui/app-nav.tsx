"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement } from "react";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** Needed once a shift at most: behind "More", so that on a phone the page itself begins higher. */
  readonly isSeldom?: boolean;
}

/** The main pages of a role. Pages are never fetched ahead: looking at one can be a recorded act. */
export function AppNav({ items }: { readonly items: readonly NavItem[] }): ReactElement {
  const here = usePathname();
  const seldom = items.filter(({ isSeldom }) => isSeldom);
  return (
    <nav className="app-nav" aria-label="Main">
      <ul>
        {items
          .filter(({ isSeldom }) => !isSeldom)
          .map(({ href, label }) => (
            <NavLink key={href} href={href} label={label} here={here} />
          ))}
        {seldom.length > 0 && (
          // Anew on every page: closed, unless the page is one of them.
          <li key={here}>
            <details open={seldom.some(({ href }) => isAt(here, href))}>
              <summary>More</summary>
              <ul>
                {seldom.map(({ href, label }) => (
                  <NavLink key={href} href={href} label={label} here={here} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  );
}

interface NavLinkProps extends Pick<NavItem, "href" | "label"> {
  readonly here: string;
}

function NavLink({ href, label, here }: NavLinkProps): ReactElement {
  return (
    <li>
      <Link href={href} prefetch={false} aria-current={isAt(here, href) ? "page" : undefined}>
        {label}
      </Link>
    </li>
  );
}

function isAt(here: string, href: string): boolean {
  return here === href || (href !== "/" && here.startsWith(`${href}/`));
}
