import type { ReactElement, ReactNode } from "react";

/** A bordered block that belongs together: one alert in a list, one figure on a dashboard. */
export function Card({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="card">{children}</div>;
}
