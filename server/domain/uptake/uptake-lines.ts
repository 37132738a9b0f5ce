import {
  hiddenWord,
  linesOfCounts,
  linesOfRow,
  type FileLine,
} from "@/server/domain/insight/file/file-table";
import type { SettingUse } from "@/server/domain/uptake/list-settings";
import type { Live } from "@/server/domain/uptake/read-live";
import type { Trained } from "@/server/domain/uptake/read-trained";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { settingName, useTable } from "@/server/domain/uptake/weeks-to-tell";
import { londonDate } from "@/server/vocabulary/london-time";
import { countedNames, useStateNames, useStates } from "@/server/vocabulary/setting-use";

/** The page _Uptake_ as lines of a file, without small numbers of questions, alerts or people. Pure. */
export function* uptakeLines(uptake: Uptake): Generator<FileLine> {
  for (const state of useStates)
    yield ["Settings", "all", useStateNames[state], String(uptake.states[state])];
  const counts = [...countLines(uptake)];
  yield* counts;
  const hidden = new Set(counts.filter(([, , , number]) => number === hiddenWord).map(([, row]) => row));
  for (const setting of uptake.settings) yield* settingLines(setting, hidden.has(settingName(setting)));
  yield* trainedLines(uptake.trained);
  for (const authority of uptake.live) yield* liveLines(authority);
}

/** Settings and weeks are one table, so that neither tells what is hidden in the other. */
function countLines(uptake: Uptake): Generator<FileLine> {
  return linesOfCounts({
    table: countedNames[uptake.counted],
    parts: uptake.weeks.map(({ from }) => `seven days from ${from}`),
    whole: "all weeks",
    rows: useTable(uptake),
  });
}

/** What is usual is one of a setting's counts, or between two: it would tell of those that are hidden. */
function* settingLines(setting: SettingUse, isHidden: boolean): Generator<FileLine> {
  const { state, usual, lastOn } = setting;
  const [table, name] = ["Against its own past", settingName(setting)];
  yield [table, name, "State", useStateNames[state]];
  yield [table, name, "Usual in seven days", usual === null ? "" : isHidden ? hiddenWord : String(usual)];
  yield [table, name, "Last on", lastOn ?? ""];
}

/**
 * A person may be counted in two settings, so that these do not add up to their organisation; but mostly they do. It is told
 * how many of a whole have practised only where that is told of each part.
 */
function* trainedLines(trained: readonly Trained[]): Generator<FileLine> {
  const lines = trained.map((row) => [...practisedLines(row)]);
  for (const [at, row] of trained.entries()) {
    const isPartHidden = trained.some(
      ({ organisationName, settingName }, place) =>
        settingName !== null && organisationName === row.organisationName && isAnyHidden(lines[place] ?? []),
    );
    const isHidden = row.settingName === null && isPartHidden;
    for (const [table, name, figure, number] of lines[at] ?? [])
      yield [table, name, figure, isHidden ? hiddenWord : number];
  }
}

function practisedLines({ organisationName, settingName, count }: Trained): Iterable<FileLine> {
  const table = "Who has practised";
  const name =
    settingName === null ? `${organisationName}, all together` : `${settingName}, ${organisationName}`;
  if (count === null) return [[table, name, "People", hiddenWord]];
  const counts = [count.practised, count.people - count.practised];
  return linesOfRow(table, { name, counts }, { parts: ["Have practised", "Have not"], whole: "People" });
}

function isAnyHidden(lines: readonly FileLine[]): boolean {
  return lines.some(([, , , number]) => number === hiddenWord);
}

function* liveLines({ name, hasList, hasRota, firstListAt }: Live): Generator<FileLine> {
  const table = "Authorities that take part";
  yield [table, name, "A list is loaded", hasList ? "yes" : "no"];
  yield [table, name, "Somebody is on a rota", hasRota ? "yes" : "no"];
  yield [table, name, "First list", firstListAt === null ? "" : londonDate(firstListAt)];
}
