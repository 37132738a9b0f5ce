import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What was just done, as an address says it: words that anybody may read. */
const doneWords = {
  pattern: "The weekly shift is in the rota.",
  "pattern-ended": "The weekly shift ends as you said.",
  shift: "The shift is in the rota.",
  cancelled: "The shift is taken back.",
  absence: "The absence is in the rota.",
  swap: "The two shifts are swapped.",
  takeover: "Taken over, from now on.",
  undone: "The change is taken back.",
  ladder: "The ladder is saved.",
  cover: "The teams of your authority are saved.",
  calendar: "The calendar’s address opens nothing any more.",
} as const;
export type Done = keyof typeof doneWords;

/** What an address says was done; undefined where it says nothing that we know. */
export function readDone({ done }: Query): string | undefined {
  return Object.entries(doneWords).find(([code]) => code === done)?.[1];
}

const aDay = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The day that an address names; today where it names none that there is. */
export function readDay({ day }: Query, now: Date): LondonDate {
  const isDay = typeof day === "string" && aDay.test(day) && !Number.isNaN(Date.parse(day));
  return isDay ? day : londonDate(now);
}

/** Of these teams the one that an address names, or the first. */
export function readTeam<Team extends { readonly teamId: string }>(
  { team }: Query,
  teams: readonly Team[],
): Team | undefined {
  return teams.find(({ teamId }) => teamId === team) ?? teams[0];
}

interface Place {
  readonly teamId: string;
  readonly day?: LondonDate;
  readonly done?: Done;
}

/** The page of a team's rota, in the week of a day. */
export function rotaAddress({ teamId, day, done }: Place): string {
  const query = new URLSearchParams({ team: teamId, ...(day && { day }), ...(done && { done }) });
  return `/rota?${query.toString()}`;
}
