import type { NavItem } from "@/app/_ui/app-nav";
import { mayDo, type Permission, type Role } from "@/server/vocabulary/permission";

interface PageOfPermission extends NavItem {
  readonly needs: readonly Permission[];
}

const pages: readonly PageOfPermission[] = [
  { href: "/tonight", label: "Tonight", needs: ["tonight:read", "tonight:read-all"] },
  { href: "/check", label: "Check", needs: ["child:look-up", "child:look-up-silently"] },
  { href: "/setting", label: "Where I work", needs: ["setting:choose"] },
  { href: "/duty", label: "Alerts", needs: ["alert:read"] },
  { href: "/duty/handover", label: "Handover", needs: ["alert:hand-over"] },
  { href: "/referrals", label: "Referrals", needs: ["referral:read"] },
  { href: "/duty/shifts", label: "My shifts", needs: ["alert:acknowledge"] },
  { href: "/rota", label: "Rota", needs: ["rota:change"] },
  { href: "/feeds", label: "Lists", needs: ["feed:read"] },
  { href: "/insight", label: "Figures", needs: ["insight:read"] },
  { href: "/quality", label: "Data quality", needs: ["quality:read"], isSeldom: true },
  { href: "/uptake", label: "Uptake", needs: ["uptake:read"], isSeldom: true },
  { href: "/drills", label: "Practice alerts", needs: ["drill:read"], isSeldom: true },
  { href: "/duty/phone", label: "This phone", needs: ["device:keep"] },
  { href: "/audit", label: "Who looked", needs: ["audit:search"] },
];

const forEveryone: readonly NavItem[] = [
  { href: "/directory", label: "Numbers" },
  { href: "/lock", label: "Lock", isSeldom: true },
  { href: "/install", label: "Install", isSeldom: true },
  { href: "/appearance", label: "Looks", isSeldom: true },
];

/** The main pages of a role, the one it works on first, and the directory for everyone. */
export function navFor(role: Role): NavItem[] {
  const own = pages.filter(({ needs }) => needs.some((permission) => mayDo(role, permission)));
  const practice = mayDo(role, "practice:run") ? [{ href: "/practice", label: "Practise" }] : [];
  return [...own.map(({ needs: _, ...item }) => item), ...practice, ...forEveryone];
}

/** Where a role begins. */
export function homeOf(role: Role): string {
  return navFor(role)[0]?.href ?? "/directory";
}
