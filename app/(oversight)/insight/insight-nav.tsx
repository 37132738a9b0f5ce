import Link from "next/link";
import type { ReactElement } from "react";

const pages = [
  { href: "/insight", name: "Figures" },
  { href: "/insight/times", name: "Time to a human" },
  { href: "/insight/activity", name: "Activity" },
] as const;

interface InsightNavProps {
  readonly here: (typeof pages)[number]["href"];
  /** The days that are shown, which the other pages show too. */
  readonly from: string;
  readonly to: string;
}

/** From one page of figures to the others, with the same days. */
export function InsightNav({ here, from, to }: InsightNavProps): ReactElement {
  return (
    <nav className="insight-nav" aria-label="Pages of figures">
      <ul>
        {pages.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={`${href}?${new URLSearchParams({ from, to }).toString()}`}
              prefetch={false}
              aria-current={href === here ? "page" : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
