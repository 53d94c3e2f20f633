/** What a kind of rollup row is made of: its key, and the figures it counts. */
export type RollupShape<Row extends Readonly<Record<Figure, number>>, Figure extends string> = {
  readonly keyOf: (row: Row) => string;
  readonly figures: readonly Figure[];
};

/** What must be added to stored rollups, and which rows must go, so that they equal the recomputed ones. */
export type RollupDiff<Row> = { readonly changes: readonly Row[]; readonly strangers: readonly Row[] };

/** Compares rollups as stored with rollups as recomputed from events; both hold one row per key. */
export function diffRollups<Row extends Readonly<Record<Figure, number>>, Figure extends string>(
  shape: RollupShape<Row, Figure>,
  stored: readonly Row[],
  recomputed: readonly Row[],
): RollupDiff<Row> {
  const truth = new Set(recomputed.map(shape.keyOf));
  const known = new Map(stored.map((row) => [shape.keyOf(row), row]));
  const changes = recomputed.flatMap((row) => {
    const before = known.get(shape.keyOf(row));
    if (before === undefined) return [row];
    return shape.figures.every((figure) => row[figure] === before[figure]) ? [] : [minus(shape, row, before)];
  });
  return { changes, strangers: stored.filter((row) => !truth.has(shape.keyOf(row))) };
}

function minus<Row extends Readonly<Record<Figure, number>>, Figure extends string>(
  shape: RollupShape<Row, Figure>,
  row: Row,
  before: Row,
): Row {
  return { ...row, ...Object.fromEntries(shape.figures.map((figure) => [figure, row[figure] - before[figure]])) };
}
