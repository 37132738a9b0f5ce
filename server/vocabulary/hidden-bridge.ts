export interface Cell {
  readonly at: number;
  readonly place: number;
}

/**
 * A hidden cell that can be worked out though its row and its column hide others too; undefined if there is none. Each row
 * and each column is an equation, and each hidden cell joins the two in which it stands: what is the only joint between
 * two parts is what either part leaves over. `hidden` is the table with its sums. Pure.
 */
export function bridgeIn(hidden: readonly (readonly boolean[])[]): Cell | undefined {
  const cells = hidden.flatMap((row, at) =>
    row.flatMap((isHidden, place) => (isHidden ? [{ at, place }] : [])),
  );
  const joints = new Map<string, { readonly to: string; readonly cell: Cell }[]>();
  const join = (from: string, to: string, cell: Cell) => {
    joints.set(from, [...(joints.get(from) ?? []), { to, cell }]);
  };
  for (const cell of cells) {
    join(`row ${String(cell.at)}`, `column ${String(cell.place)}`, cell);
    join(`column ${String(cell.place)}`, `row ${String(cell.at)}`, cell);
  }
  return firstBridge(joints);
}

type Joints = ReadonlyMap<string, readonly { readonly to: string; readonly cell: Cell }[]>;

/** Depth first, by the earliest line that can be reached without the joint one came by (Tarjan, 1974). */
function firstBridge(joints: Joints): Cell | undefined {
  const seenAt = new Map<string, number>();
  let found: Cell | undefined;

  function earliestFrom(line: string, cameBy: Cell | undefined): number {
    const own = seenAt.size;
    seenAt.set(line, own);
    let earliest = own;
    for (const { to, cell } of joints.get(line) ?? []) {
      if (cell === cameBy) continue;
      const before = seenAt.get(to);
      const reached = before ?? earliestFrom(to, cell);
      if (before === undefined && reached > own) found ??= cell;
      earliest = Math.min(earliest, reached);
    }
    return earliest;
  }

  for (const line of joints.keys()) if (!seenAt.has(line)) earliestFrom(line, undefined);
  return found;
}
