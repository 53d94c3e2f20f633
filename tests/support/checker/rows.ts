import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "~db/open";
import type { StoredPath, StoredProgram, StoredRule } from "./credits";

/** The rows of a query, read without any module of the product that would interpret them. */
export async function rowsOf<Row>(q: Queryable, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(q)).rows;
}

type ProgramRow = { id: string; brand_id: string; credit_model: string; credit_scope: string; window_days: number; decided_seq: number };

/** A program with its rules and how far it has been decided. */
export type CheckedProgram = StoredProgram & { readonly brandId: string; readonly decidedSeq: number };

/** Every program there is. */
export async function readPrograms(q: Queryable): Promise<readonly CheckedProgram[]> {
  const rules = await rowsOf(
    q,
    sql<StoredRule & { program_id: string }>`select id, program_id, effective_from, rate_bps from commission_rules`,
  );
  const programs = await rowsOf(
    q,
    sql<ProgramRow>`select id, brand_id, credit_model, credit_scope, window_days, decided_seq from programs`,
  );
  return programs.map((row) => ({
    id: row.id,
    brandId: row.brand_id,
    model: row.credit_model,
    scope: row.credit_scope,
    windowDays: row.window_days,
    decidedSeq: row.decided_seq,
    rules: rules.filter((rule) => rule.program_id === row.id),
  }));
}

export type LineRow = {
  readonly id: string;
  readonly order_id: string;
  readonly brand_id: string;
  readonly product_id: string;
  readonly quantity: number;
  readonly gross_minor: number;
  readonly base_minor: number;
  readonly path: StoredPath;
};

/** The lines of a brand's orders up to a step, an order's lines in their order. */
export async function readLines(q: Queryable, { brandId, decidedSeq }: CheckedProgram): Promise<readonly LineRow[]> {
  const rows = await rowsOf(
    q,
    sql<
      Omit<LineRow, "path"> & { touch_path: string }
    >`select l.id, l.order_id, l.brand_id, l.product_id, l.quantity, l.gross_minor, l.base_minor,
      l.touch_path from order_lines l join orders o on o.id = l.order_id
      where o.brand_id = ${brandId} and o.program_seq is not null and o.program_seq <= ${decidedSeq} order by l.order_id, l.position`,
  );
  return rows.map(({ touch_path, ...row }) => ({ ...row, path: JSON.parse(touch_path) as StoredPath }));
}

export type CancelRow = {
  readonly order_line_id: string;
  readonly quantity: number;
  readonly base_back_minor: number;
  readonly program_seq: number;
};

/** What was canceled of a brand's lines up to a step, in the order it was. */
export function readCancels(q: Queryable, { brandId, decidedSeq }: CheckedProgram): Promise<readonly CancelRow[]> {
  return rowsOf(
    q,
    sql<CancelRow>`select order_line_id, sum(quantity) as quantity, sum(base_back_minor) as base_back_minor, program_seq from order_line_cancels
      where brand_id = ${brandId} and program_seq <= ${decidedSeq} group by order_line_id, program_seq order by program_seq`,
  );
}
