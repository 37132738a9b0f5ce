import Link from "next/link";
import type { ReactElement } from "react";
import type { AlertId } from "@/server/vocabulary/ids";

interface AlertReferenceProps {
  readonly id: AlertId;
  readonly reference: string;
  /** Whose child it is stands on the alert's own page, for those who may. */
  readonly mayOpen: boolean;
}

export function AlertReference({ id, reference, mayOpen }: AlertReferenceProps): ReactElement {
  if (!mayOpen) return <>{reference}</>;
  return (
    <Link href={`/duty/alerts/${id}`} prefetch={false}>
      {reference}
    </Link>
  );
}
