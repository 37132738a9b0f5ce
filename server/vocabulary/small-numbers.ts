import { bridgeIn, type Cell } from "@/server/vocabulary/hidden-bridge";

/** Numbers from 1 up to this one could point at somebody, and leave in no file. */
const largestSmall = 4;

/** A number, or null where it is hidden. */
export type Shown = number | null;

/**
 * Hides the small numbers of a table whose sums are given too, and as many others as it takes that none can be worked out
 * from the rest: in each row and column with its sum nothing is hidden, or at least two numbers which together are not
 * small either; and no number stands between two parts of the table of which each tells its share of it. Gives the table with a sum at the end of each row, and a row of sums at the end. Nought is no small number.
 * Pure.
 */
export function hideSmall(parts: readonly (readonly number[])[]): readonly (readonly Shown[])[] {
  const values = withSums(parts);
  const hidden = values.map((row) => row.map(isSmall));
  const lines = linesOf(values);
  settle(lines, values, hidden);
  for (let bridge = bridgeIn(hidden); bridge !== undefined; bridge = bridgeIn(hidden)) {
    setHidden(hidden, besideBridge(bridge, values, hidden));
    settle(lines, values, hidden);
  }
  return values.map((row, at) => row.map((value, place) => (hidden[at]?.[place] ? null : value)));
}

/** Hides until each line is concealed well. Each turn but the last hides one more at least, so that there is an end. */
function settle(
  lines: readonly (readonly Cell[])[],
  values: readonly (readonly number[])[],
  hidden: readonly boolean[][],
): void {
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const line of lines) {
      for (let next = nextToHide(line, values, hidden); next; next = nextToHide(line, values, hidden)) {
        setHidden(hidden, next);
        isSettled = false;
      }
    }
  }
}

/** The smallest number in the lines of such a cell that is not hidden yet; nought tells as much as another. */
function besideBridge(
  { at, place }: Cell,
  values: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
): Cell {
  const inLines = values.flatMap((row, y) =>
    row.flatMap((value, x) => (y === at || x === place ? [{ at: y, place: x, value }] : [])),
  );
  const visible = inLines.filter((cell) => hidden[cell.at]?.[cell.place] === false);
  const [smallest] = visible.toSorted((one, other) => one.value - other.value);
  if (smallest === undefined) throw new Error("a number between two parts has something visible beside it");
  return smallest;
}

/** The same for one column of numbers; the last is their sum. */
export function hideSmallInList(numbers: readonly number[]): readonly Shown[] {
  return hideSmall(numbers.map((number) => [number])).map(([shown = null]) => shown);
}

function withSums(parts: readonly (readonly number[])[]): number[][] {
  const rows = parts.map((row) => [...row, sumOf(row)]);
  const width = parts[0]?.length ?? 0;
  const sums = Array.from({ length: width + 1 }, (_, place) => sumOf(rows.map((row) => row[place] ?? 0)));
  return [...rows, sums];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Whether a number could point at somebody; nought does not. Pure. */
export function isSmall(number: number): boolean {
  return number > 0 && number <= largestSmall;
}

/** Rows and columns, each with its sum last. One that has a single part is that part twice: it is hidden with its sum. */
function linesOf(values: readonly (readonly number[])[]): readonly (readonly Cell[])[] {
  const rows = values.map((row, at) => row.map((_, place) => ({ at, place })));
  const columns = (values[0] ?? []).map((_, place) => values.map((__, at) => ({ at, place })));
  return [...rows, ...columns];
}

function nextToHide(
  line: readonly Cell[],
  values: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
): Cell | undefined {
  const isHidden = ({ at, place }: Cell) => hidden[at]?.[place] ?? false;
  const valueOf = ({ at, place }: Cell) => values[at]?.[place] ?? 0;
  const sum = line.at(-1);
  const concealed = line.filter(isHidden);
  if (sum === undefined || concealed.length === 0 || isConcealedWell()) return undefined;

  const visible = line.filter((cell) => !isHidden(cell));
  const candidates = visible.filter((cell) => cell !== sum && valueOf(cell) > 0);
  const smallestFirst = candidates.toSorted((one, other) => valueOf(one) - valueOf(other));
  return smallestFirst[0] ?? visible.find((cell) => cell === sum) ?? visible[0];

  function isConcealedWell(): boolean {
    if (concealed.length === 1) return false;
    return (sum !== undefined && isHidden(sum)) || sumOf(concealed.map(valueOf)) > largestSmall;
  }
}

function setHidden(hidden: readonly boolean[][], { at, place }: Cell): void {
  const row = hidden[at];
  if (row) row[place] = true;
}
