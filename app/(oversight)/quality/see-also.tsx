import Link from "next/link";
import type { ReactElement } from "react";
import { navFor } from "@/app/_ui/nav-for";
import type { Role } from "@/server/vocabulary/permission";

const related = ["/tonight", "/insight", "/quality", "/uptake", "/drills"] as const;

interface SeeAlsoProps {
  readonly role: Role;
  readonly here: (typeof related)[number];
}

/** The other pages of a manager that answer a question. */
export function SeeAlso({ role, here }: SeeAlsoProps): ReactElement {
  const others = navFor(role).filter(({ href }) => href !== here && related.some((page) => page === href));
  return (
    <nav aria-label="See also">
      <ul className="see-also">
        {others.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
