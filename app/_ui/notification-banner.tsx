import type { ReactElement, ReactNode } from "react";

interface NotificationBannerProps {
  readonly children: ReactNode;
  readonly tone?: "information" | "success" | "problem";
  readonly title?: string;
}

const titles = { information: "Please note", success: "Done", problem: "Something is wrong" } as const;

/** A message about the service or about what was just done. Success and problems are read out at once. */
export function NotificationBanner(props: NotificationBannerProps): ReactElement {
  const { children, tone = "information", title = titles[tone] } = props;
  return (
    <section
      className={`notice notice--${tone}`}
      {...(tone === "information"
        ? { "aria-label": title }
        : { role: tone === "problem" ? "alert" : "status" })}
    >
      <h2 className="notice__title">{title}</h2>
      <div className="notice__body">{children}</div>
    </section>
  );
}
