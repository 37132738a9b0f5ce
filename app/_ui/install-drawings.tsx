import type { ReactElement, ReactNode } from "react";

/** Drawings of our own of a phone, each with one thing marked. They stand beside words; screen readers skip them. */
function Screen({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg
      viewBox="0 0 120 120"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
    >
      {children}
    </svg>
  );
}

function Mark({
  x,
  y,
  r = 19,
}: {
  readonly x: number;
  readonly y: number;
  readonly r?: number;
}): ReactElement {
  return <circle cx={x} cy={y} r={r} stroke="#d5281b" strokeWidth="5" />;
}

function Lines({ y, count }: { readonly y: number; readonly count: number }): ReactElement {
  const rows = Array.from({ length: count }, (_, row) => y + row * 14);
  return (
    <>
      {rows.map((row) => (
        <path
          key={row}
          d={`M20 ${String(row)}h${row === y ? "60" : "80"}`}
          strokeOpacity="0.45"
          strokeLinecap="round"
        />
      ))}
    </>
  );
}

/** A page with the browser's bar at the bottom, and in it the square with an arrow. */
export function BrowserBarDrawing(): ReactElement {
  return (
    <Screen>
      <Lines y={20} count={4} />
      <path d="M0 82h120" />
      <path d="m18 96-8 8 8 8M38 96l8 8-8 8" strokeOpacity="0.6" />
      <path d="M69 97h-8v17h20V97h-8M71 108V86m-7 7 7-8 7 8" />
      <path d="M98 96h12v16H98z" strokeOpacity="0.6" />
      <Mark x={71} y={100} />
    </Screen>
  );
}

/** A list that has come up from below, with one row that adds to the home screen. */
export function ShareSheetDrawing(): ReactElement {
  return (
    <Screen>
      <path d="M8 120V30q0-12 12-12h80q12 0 12 12v90" />
      <Lines y={38} count={2} />
      <path d="M20 74h50" strokeWidth="5" strokeLinecap="round" />
      <path d="M86 66h16v16H86zM94 69v10m-5-5h10" />
      <Lines y={102} count={1} />
      <rect x="13" y="60" width="94" height="28" rx="8" stroke="#d5281b" strokeWidth="5" />
    </Screen>
  );
}

/** A small window that asks once more, with its button. */
export function DialogDrawing(): ReactElement {
  return (
    <Screen>
      <rect x="10" y="22" width="100" height="76" rx="10" />
      <rect x="20" y="46" width="24" height="24" rx="6" fill="#005eb8" stroke="none" />
      <circle cx="32" cy="58" r="6" fill="#ffb81c" stroke="none" />
      <path d="M54 54h42M54 64h28" strokeOpacity="0.45" strokeLinecap="round" />
      <path d="M80 34h20" strokeWidth="6" strokeLinecap="round" />
      <rect x="72" y="25" width="36" height="19" rx="8" stroke="#d5281b" strokeWidth="5" />
      <path d="M20 84h60" strokeOpacity="0.45" strokeLinecap="round" />
    </Screen>
  );
}

/** A home screen with Lantern's picture among others. */
export function HomeScreenDrawing(): ReactElement {
  const places = [18, 49, 80];
  return (
    <Screen>
      {places.map((x) => (
        <rect key={`a${String(x)}`} x={x} y="18" width="22" height="22" rx="6" strokeOpacity="0.4" />
      ))}
      <rect x="18" y="54" width="22" height="22" rx="6" strokeOpacity="0.4" />
      <rect x="49" y="54" width="22" height="22" rx="6" fill="#005eb8" stroke="none" />
      <circle cx="60" cy="65" r="6" fill="#ffb81c" stroke="none" />
      <rect x="80" y="54" width="22" height="22" rx="6" strokeOpacity="0.4" />
      <path d="M48 88h24" strokeLinecap="round" />
      <Mark x={60} y={65} r={20} />
    </Screen>
  );
}

/** The top of a browser with an address and three dots. */
export function MenuDrawing(): ReactElement {
  return (
    <Screen>
      <path d="M0 44h120" />
      <rect x="10" y="14" width="70" height="18" rx="9" strokeOpacity="0.6" />
      <g fill="currentColor" stroke="none">
        <circle cx="100" cy="14" r="3.5" />
        <circle cx="100" cy="24" r="3.5" />
        <circle cx="100" cy="34" r="3.5" />
      </g>
      <Lines y={64} count={4} />
      <Mark x={100} y={24} r={18} />
    </Screen>
  );
}
