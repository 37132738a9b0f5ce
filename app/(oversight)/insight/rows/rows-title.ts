import { barNames } from "@/app/(oversight)/insight/times/bar-names";
import { alertOutcomeWords } from "@/server/vocabulary/alert-outcome";
import { causeNames } from "@/server/vocabulary/could-not-check-cause";
import { countedRowsNames } from "@/server/vocabulary/counted-rows";
import { appointmentKindWords } from "@/server/vocabulary/missed-appointment";
import {
  alertChannelNames,
  decidedNames,
  placeNames,
  sourceNames,
  weekdayNames,
  type RowsCut,
} from "@/server/vocabulary/rows-cut";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

/** Which rows a page has: "Alerts raised: Rung 2". */
export function rowsTitle({ measure, cut }: Pick<RowsRequest, "measure" | "cut">): string {
  const name = countedRowsNames[measure];
  return cut === undefined ? name : `${name}: ${cutWords(cut)}`;
}

/** Which care setting it is stands in each of the rows. */
function cutWords(cut: RowsCut): string {
  const inWords = words[cut.by](cut.is);
  return cut.by === "setting" && cut.place !== undefined
    ? `${inWords}, place: ${placeNames[cut.place]}`
    : inWords;
}

const words: Readonly<Record<RowsCut["by"], (is: string) => string>> = {
  setting: (is) => (is === "none" ? "no care setting on record" : "one care setting"),
  source: among(sourceNames),
  cause: among(causeNames),
  hour: (is) => hourWords(Number(is)),
  channel: among({ ...alertChannelNames, none: "no channel" }),
  rung: (is) => (is === "none" ? "Nobody told" : `Rung ${is}`),
  "hour-of-week": (is) => `${weekdayNames[Math.floor(Number(is) / 24)] ?? ""}, ${hourWords(Number(is) % 24)}`,
  bar: (is) => barNames[Number(is)] ?? "",
  outcome: among({ ...alertOutcomeWords, none: "Not closed" }),
  decided: among(decidedNames),
  appointment: among(appointmentKindWords),
};

function among(names: Readonly<Record<string, string>>): (is: string) => string {
  return (is) => names[is] ?? is;
}

function hourWords(hour: number): string {
  const clock = (of: number) => `${String(of).padStart(2, "0")}:00`;
  return `${clock(hour)} to ${clock((hour + 1) % 24)}`;
}
