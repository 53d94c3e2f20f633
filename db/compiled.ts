import { type Compilable, CompiledQuery } from "kysely";
import { dialectOf } from "./dialects/dialect";
import type { Queryable } from "./open";

/** Rows or keys per statement: with the fourteen columns of a touch far below the 32 766 parameters both databases take. */
const MOST_VALUES = 64;

type Value = string | number | null;

/** Stands for a value while a statement is compiled; the compiler keeps it among the parameters, in its order. */
type Slot = { readonly slot: number };

/** Runs a statement that was compiled once per number of values: compiling takes longer than running. */
type Compiled = (q: Queryable, count: number, values: readonly Value[]) => Promise<readonly unknown[]>;

/** Compiles by `build`, which gets a slot for each value; slots are typed as `never`, since they stand for any column. */
function compiledOnce(build: (q: Queryable, count: number, slot: (index: number) => never) => Compilable): Compiled {
  const known = new Map<string, { readonly sql: string; readonly order: readonly number[] | null }>();
  return async (q, count, values) => {
    const key = `${dialectOf(q)} ${count}`;
    let statement = known.get(key);
    if (statement === undefined) {
      const { sql, parameters } = build(q, count, (index) => ({ slot: index }) satisfies Slot as never).compile();
      const order = parameters.map((parameter) => (parameter as Slot).slot);
      // Rows are written as they come: then there is nothing to put in order.
      statement = { sql, order: order.every((index, at) => index === at) ? null : order };
      known.set(key, statement);
    }
    const parameters = statement.order === null ? values : statement.order.map((index) => values[index] ?? null);
    return (await q.executeQuery(CompiledQuery.raw(statement.sql, parameters as Value[]))).rows;
  };
}

/** A query for rows by keys (and one more value, e.g. a time), compiled once per power of two of their number. */
export function selectByKeys<Row>(
  build: (q: Queryable, keys: readonly never[], also: never) => Compilable<Row>,
): (q: Queryable, keys: Iterable<string>, also?: number) => Promise<readonly Row[]> {
  const run = compiledOnce((q, count, slot) =>
    build(
      q,
      Array.from({ length: count }, (_, index) => slot(index + 1)),
      slot(0),
    ),
  );
  return async (q, keys, also = 0) => {
    const distinct = [...new Set(keys)];
    const rows: Row[] = [];
    for (let from = 0; from < distinct.length; from += MOST_VALUES) {
      const some = distinct.slice(from, from + MOST_VALUES);
      const count = 2 ** Math.ceil(Math.log2(some.length));
      // Asking for the last key again finds nothing new.
      const padded = Array.from({ length: count }, (_, index) => some[index] ?? some.at(-1) ?? "");
      rows.push(...((await run(q, count, [also, ...padded])) as readonly Row[]));
    }
    return rows;
  };
}

/** An insert of any number of rows, given as their columns' values in order, one row after the other; compiled once per number. */
export function insertRows<Column extends string>(
  columns: readonly Column[],
  build: (q: Queryable, rows: readonly Readonly<Record<Column, never>>[]) => Compilable,
): (q: Queryable, values: readonly Value[]) => Promise<void> {
  const rowOf = (row: number, slot: (index: number) => never) =>
    Object.fromEntries(columns.map((column, at) => [column, slot(row * columns.length + at)])) as Record<Column, never>;
  const run = compiledOnce((q, count, slot) =>
    build(
      q,
      Array.from({ length: count }, (_, row) => rowOf(row, slot)),
    ),
  );
  const most = MOST_VALUES * columns.length;
  return async (q, values) => {
    for (let from = 0; from < values.length; from += most) {
      const some = values.length <= most ? values : values.slice(from, from + most);
      await run(q, some.length / columns.length, some);
    }
  };
}
