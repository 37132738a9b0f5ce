import Link from "next/link";
import type { ReactElement } from "react";
import { mayDo, type Permission, type Role } from "@/server/vocabulary/permission";

/** What else there is to do about the register, as far as the role may. */
export function WaysOn({ role }: { readonly role: Role }): ReactElement {
  const own = ways.filter(({ needs }) => mayDo(role, needs));
  return (
    <ul className="nhsuk-list">
      {own.map(({ href, words }) => (
        <li key={href}>
          <Link href={href} prefetch={false}>
            {words}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface WayOn {
  readonly href: string;
  readonly words: string;
  readonly needs: Permission;
}

const ways: readonly WayOn[] = [
  { href: "/feeds/quality", words: "What is wrong today", needs: "feed:read" },
  { href: "/feeds/plan", words: "Start, change or end one plan now", needs: "register:correct" },
  { href: "/feeds/births", words: "Children who were born", needs: "feed:read" },
  { href: "/feeds/tokens", words: "Tokens of your systems", needs: "feed-token:manage" },
  { href: "/feeds/webhooks", words: "Telling your case system", needs: "webhook:manage" },
];
