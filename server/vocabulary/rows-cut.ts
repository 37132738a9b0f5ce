import { z } from "zod";
import { alertOutcomes } from "@/server/vocabulary/alert-outcome";
import { distributionEdges } from "@/server/vocabulary/alert-step";
import { couldNotCheckCauses } from "@/server/vocabulary/could-not-check-cause";
import { rowsBehind, type CountedRows, type RowsBehind } from "@/server/vocabulary/counted-rows";
import { appointmentKinds } from "@/server/vocabulary/missed-appointment";
import { channels } from "@/server/vocabulary/notice-purpose";
import { numberSources } from "@/server/vocabulary/number-source";

const numbersBelow = (count: number) => Array.from({ length: count }, (_, number) => String(number));

export const decidedKinds = ["in-time", "late", "not-decided"] as const;
export const placeKinds = ["own", "elsewhere", "not-known"] as const;
export type PlaceKind = (typeof placeKinds)[number];

const uuidOrNone = z.union([z.uuid().toLowerCase(), z.literal("none")]);

/**
 * What rows have in common that a figure counts apart from others: a care setting, a channel, an hour. A closed list, so that
 * an address can ask for nothing else, and holds nothing about anybody.
 */
export const RowsCut = z.discriminatedUnion("by", [
  /** Of lookups with the place too, where an authority counts by it; `none` where no setting is on record. */
  z.object({ by: z.literal("setting"), is: uuidOrNone, place: z.enum(placeKinds).optional() }),
  /** How the number of a lookup came to the phone. */
  z.object({ by: z.literal("source"), is: z.enum([...numberSources, "not-known"]) }),
  z.object({ by: z.literal("cause"), is: z.enum(couldNotCheckCauses) }),
  /** The hour of a London day in which a lookup was asked. */
  z.object({ by: z.literal("hour"), is: z.enum(numbersBelow(24)) }),
  /** By what whoever took an alert first saw it. */
  z.object({ by: z.literal("channel"), is: z.enum([...channels, "none"]) }),
  z.object({ by: z.literal("rung"), is: z.string().regex(/^(?:\d{1,3}|none)$/) }),
  /** From Monday's first hour. */
  z.object({ by: z.literal("hour-of-week"), is: z.enum(numbersBelow(7 * 24)) }),
  /** The bar of the distribution: how long an alert took to the step that is asked for. */
  z.object({ by: z.literal("bar"), is: z.enum(numbersBelow(distributionEdges.length + 1)) }),
  z.object({ by: z.literal("outcome"), is: z.enum([...alertOutcomes, "none"]) }),
  z.object({ by: z.literal("decided"), is: z.enum(decidedKinds) }),
  z.object({ by: z.literal("appointment"), is: z.enum(appointmentKinds) }),
]);
export type RowsCut = z.infer<typeof RowsCut>;

const cutsOf: Readonly<Record<RowsBehind["of"], readonly RowsCut["by"][]>> = {
  lookups: ["setting", "source", "cause", "hour"],
  alerts: ["setting", "channel", "rung", "hour-of-week", "bar", "outcome"],
  referrals: ["decided"],
  missed: ["appointment"],
};

/** Whether these rows are counted by that: lookups have no outcome, and only what takes its time is drawn as bars. Pure. */
export function isCutOf(measure: CountedRows, { by }: RowsCut): boolean {
  const behind = rowsBehind[measure];
  if (!cutsOf[behind.of].includes(by)) return false;
  return (
    by !== "bar" || (behind.of === "alerts" && behind.stage !== "raised" && behind.stage !== "unreached")
  );
}

/** From so many seconds, and up to, but not, so many. */
export function barSeconds(bar: string): { readonly from: number; readonly below: number } {
  const place = Number(bar);
  return { from: distributionEdges[place - 1] ?? 0, below: distributionEdges[place] ?? Infinity };
}

export const sourceNames = {
  scanned: "Scanned",
  typed: "Typed",
  pasted: "Pasted",
  searched: "Found by name",
  system: "Another system",
  "not-known": "Not known, the attempt failed",
} as const satisfies Record<(RowsCut & { by: "source" })["is"], string>;

export const alertChannelNames: Readonly<Record<string, string>> = {
  push: "Push",
  text: "Text message",
  email: "E-mail",
  none: "None",
};

export const placeNames = {
  own: "Own region",
  elsewhere: "Elsewhere",
  "not-known": "Not known",
} as const satisfies Record<PlaceKind, string>;

export const decidedNames = {
  "in-time": "In time",
  late: "Late",
  "not-decided": "Not decided",
} as const satisfies Record<(typeof decidedKinds)[number], string>;

/** In the order of hours of the week. */
export const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
