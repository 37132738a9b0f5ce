import { hiddenWord } from "@/server/domain/insight/file/file-table";
import type { FindingKind } from "@/server/domain/tonight/finding";
import { foundInFile } from "@/server/domain/tonight/found-in-file";
import type { ShownAuthority, ShownOnCall, Tonight } from "@/server/domain/tonight/read-tonight";
import { serviceFacts } from "@/server/domain/tonight/service-facts";
import { hideSmall, type Shown } from "@/server/vocabulary/small-numbers";
import { tonightDefinitions } from "@/server/vocabulary/tonight-definition";
import { stateWords } from "@/server/vocabulary/tonight-state";

export const tonightColumns = ["authority", "what", "state", "figure", "found"] as const;

/** What stands in each line. */
export type TonightLine = readonly [
  authority: string,
  what: string,
  state: string,
  figure: string,
  found: string,
];

/** The page on tonight as lines of a file, one a figure: nobody's name, and no small number of alerts. Pure. */
export function* tonightLines(tonight: Tonight): Generator<TonightLine> {
  const { verdict, authorities } = tonight;
  yield ["All", "Can I trust tonight?", stateWords[verdict.level], "", verdict.line];
  for (const authority of authorities) yield* authorityLines(authority);
  for (const { what, state, figure, found } of serviceFacts(tonight))
    yield ["The whole service", what, stateWords[state], figure, found];
}

function* authorityLines(authority: ShownAuthority): Generator<TonightLine> {
  const names = tonightDefinitions;
  const { first, behind, next, gapCount, list } = authority;
  const line = lineOf(authority);
  yield line(names.first.name, String(first.length), ["nobody-now", "unreachable-now"]);
  yield line(`${names.first.name}: can be reached`, reachable(first));
  yield line(names.behind.name, String(behind.length), ["behind"]);
  yield line(`${names.behind.name}: can be reached`, reachable(behind));
  yield line(names.next.name, next?.at.toISOString() ?? "", ["nobody-next", "unreachable-next"]);
  yield line(`${names.next.name}: people`, next === null ? "" : String(next.first.length));
  yield line(`${names.next.name}: can be reached`, next === null ? "" : reachable(next.first));
  yield line(names.gaps.name, gapCount === null ? "" : String(gapCount), ["gaps"]);
  yield* alertLines(authority, line);
  yield line(`${names.list.name}: number`, list.lastSequence === 0 ? "" : String(list.lastSequence), [
    "list",
  ]);
  yield line(`${names.list.name}: received`, list.lastReceivedAt?.toISOString() ?? "");
  yield line(`${names.list.name}: numbers skipped`, String(list.skipped), ["list-skipped"]);
}

type MakeLine = (what: string, figure: string, kinds?: readonly FindingKind[]) => TonightLine;

/** A figure beside what is found of it; neither state nor words where nothing is. */
function lineOf({ name, findings }: ShownAuthority): MakeLine {
  return (what, figure, kinds = []) => {
    const finding = findings.find(({ kind }) => kinds.includes(kind));
    return finding === undefined
      ? [name, what, "", figure, ""]
      : [name, what, stateWords[finding.level], figure, foundInFile(finding)];
  };
}

/** An alert is a child: few of them are hidden, and since when the oldest of a few has waited. */
function* alertLines(
  { alerts: { count, oldestAt, unreached } }: ShownAuthority,
  line: MakeLine,
): Generator<TonightLine> {
  const [[shownUnreached = null, , shownCount = null] = []] = hideSmall([[unreached, count - unreached]]);
  const oldest = oldestAt?.toISOString() ?? "";
  yield line(tonightDefinitions.waiting.name, textOf(shownCount), ["waiting"]);
  yield line(tonightDefinitions.oldest.name, shownCount === null ? hiddenWord : oldest);
  yield line(tonightDefinitions.unreached.name, textOf(shownUnreached), ["unreached"]);
}

function textOf(shown: Shown): string {
  return shown === null ? hiddenWord : String(shown);
}

function reachable(people: readonly ShownOnCall[]): string {
  return String(people.filter(({ level }) => level === "reachable").length);
}
