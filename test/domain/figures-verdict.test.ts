import { expect, test } from "@playwright/test";
import { verdictOf } from "@/app/(oversight)/insight/verdict-words";
import type { Figures } from "@/server/domain/insight/read-figures";
import { measures, type Measure } from "@/server/vocabulary/measure";

const told = measures.filter((one) => !["held", "none-held", "could-not-check"].includes(one));
const none = Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>;

interface Case {
  readonly total: Partial<Figures>;
  readonly knows: readonly Measure[];
  readonly line: string;
  readonly level: "problem" | "fine" | "nothing";
}

const answered = { lookups: 10, raised: 2, taken: 2 };
const cases: readonly Case[] = [
  {
    total: answered,
    knows: measures,
    level: "fine",
    line: "It works: every lookup was answered and every alert was taken.",
  },
  { total: answered, knows: told, level: "fine", line: "Every alert was taken." },
  { total: {}, knows: measures, level: "nothing", line: "Nothing was asked in this period." },
  { total: {}, knows: told, level: "nothing", line: "You were told of no lookup in this period." },
  { total: { lookups: 3 }, knows: told, level: "nothing", line: "No alert was raised in this period." },
  {
    total: { ...answered, "could-not-check": 1 },
    knows: measures,
    level: "problem",
    line: "Look closer: 1 lookup could not check.",
  },
  {
    total: { lookups: 10, raised: 4, taken: 2, unreached: 1 },
    knows: told,
    level: "problem",
    line: "Look closer: 1 alert reached nobody in time, 2 alerts have not been taken.",
  },
];

for (const { total, knows, level, line } of cases)
  test(`the line above figures of ${knows === told ? "an authority" : "others"}: ${line}`, () => {
    expect(verdictOf({ total: { ...none, ...total }, measures: knows })).toEqual({ level, line });
  });
