import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { buttonClass, type ButtonVariant } from "./button";

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly big?: boolean;
}

/** A link that looks like a button. Not fetched ahead: looking at a page can be a recorded act. */
export function ButtonLink({
  href,
  children,
  variant = "primary",
  big = false,
}: ButtonLinkProps): ReactElement {
  return (
    <Link href={href} prefetch={false} className={buttonClass(variant, big)}>
      {children}
    </Link>
  );
}
