import type { ReactElement, ReactNode } from "react";

// Small drawings of our own, of what people look for on an iPhone. The words beside them say the same.

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 3,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

function Drawing({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg viewBox="0 0 72 72" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A compass: the browser to be used. */
export function SafariDrawing(): ReactElement {
  return (
    <Drawing>
      <circle cx="36" cy="36" r="27" {...line} />
      <path d="M36 12v4M36 56v4M12 36h4M56 36h4" {...line} />
      <path d="m50 22-9 19-19 9 9-19z" {...line} />
      <path d="m50 22-9 19-10-10z" fill="currentColor" />
    </Drawing>
  );
}

/** A square with an arrow that points up out of it. */
export function ShareDrawing(): ReactElement {
  return (
    <Drawing>
      <path d="M25 28h-9v34h40V28h-9" {...line} />
      <path d="M36 46V9M25 20 36 9l11 11" {...line} strokeWidth={4} />
    </Drawing>
  );
}

/** A line of a menu: words, and a plus in a square. */
export function AddDrawing(): ReactElement {
  return (
    <Drawing>
      <rect x="4" y="22" width="64" height="28" rx="6" {...line} />
      <path d="M12 32h24M12 40h16" {...line} />
      <rect x="45" y="28" width="16" height="16" rx="4" {...line} />
      <path d="M53 32v8M49 36h8" {...line} strokeWidth={2.5} />
    </Drawing>
  );
}

/** A telephone with a lantern among its apps. */
export function HomeDrawing(): ReactElement {
  return (
    <Drawing>
      <rect x="18" y="4" width="36" height="64" rx="7" {...line} />
      <path d="M31 61h10" {...line} />
      <rect x="25" y="14" width="8" height="8" rx="2" {...line} strokeWidth={2} />
      <rect x="39" y="14" width="8" height="8" rx="2" {...line} strokeWidth={2} />
      <rect x="25" y="29" width="22" height="22" rx="5" fill="currentColor" />
      <path d="M36 33c4 5 5 6 5 9a5 5 0 0 1-10 0c0-3 1-4 5-9z" fill="#ffb81c" />
    </Drawing>
  );
}
