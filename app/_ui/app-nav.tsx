"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement } from "react";

export interface NavItem {
  readonly href: string;
  readonly label: string;
}

/** The main pages of a role. Pages are never fetched ahead: looking at one can be a recorded act. */
export function AppNav({ items }: { readonly items: readonly NavItem[] }): ReactElement {
  const here = usePathname();
  return (
    <nav className="app-nav" aria-label="Main">
      <ul>
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={isAt(here, href) ? "page" : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isAt(here: string, href: string): boolean {
  return here === href || (href !== "/" && here.startsWith(`${href}/`));
}
