import type { Invention } from "@/prisma/seed/invention";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";

/** Something that happened to an alert so many seconds after it was raised, by or to the person on this rung. */
export interface StoryEvent {
  readonly kind: AlertEventKind;
  readonly second: number;
  /** Of the person concerned; the rung itself is kept for steps of the ladder only. */
  readonly rung: number;
}

export type StoryKind = "taken" | "escalated" | "unreached";

/** What happened to an alert until somebody took it, with the ladder's usual five and fifteen minutes. */
export function tellAlertStory(invention: Invention, kind: StoryKind): readonly StoryEvent[] {
  switch (kind) {
    case "taken":
      return taken(invention, { rung: 1, second: 1, slowest: 150 });
    case "escalated":
      return [...notTaken(1, 1), ...taken(invention, { rung: 2, second: 302, slowest: 240 })];
    case "unreached":
      return [
        ...notTaken(1, 1),
        { kind: "notified", second: 302, rung: 2 },
        { kind: "unreached", second: 603, rung: 2 },
        ...taken(invention, { rung: 1, second: 1_504, slowest: 120 }),
      ];
  }
}

function notTaken(rung: number, second: number): StoryEvent[] {
  return [
    { kind: "notified", second, rung },
    { kind: "shown", second: second + 9, rung },
    { kind: "escalated", second: second + 300, rung: rung + 1 },
  ];
}

interface Taking {
  readonly rung: number;
  /** When the person was told. */
  readonly second: number;
  readonly slowest: number;
}

function taken({ draw }: Invention, { rung, second, slowest }: Taking): StoryEvent[] {
  const shown = second + draw.number.int({ min: 1, max: 12 });
  const opened = shown + draw.number.int({ min: 5, max: slowest });
  return [
    { kind: "notified", second, rung },
    { kind: "shown", second: shown, rung },
    { kind: "opened", second: opened, rung },
    { kind: "acknowledged", second: opened + draw.number.int({ min: 6, max: 90 }), rung },
  ];
}
