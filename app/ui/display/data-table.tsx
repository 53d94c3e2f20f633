import type { ReactNode } from "react";
import styles from "./data-table.module.css";

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right-aligned under each other. */
  readonly number?: boolean;
  /**
   * On phones, where each row is a block under its first cell: beside that cell, as a labelled pair below it (default),
   * or as a line of its own. The first cell may ask for its own label in front.
   */
  readonly phone?: "beside" | "pair" | "bare" | "labelled";
};

type Props<Row> = {
  /** Said by screen readers before the table. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A last row that sums up the others. */
  readonly foot?: readonly ReactNode[] | undefined;
  /** `compact` for long tables of figures. */
  readonly density?: "normal" | "compact";
};

/**
 * A table; on phones each row becomes a block with labelled pairs. The roles are written out because a table
 * laid out as blocks loses them in some browsers.
 */
export function DataTable<Row>({ caption, columns, rows, keyOf, foot, density = "normal" }: Props<Row>) {
  return (
    <table className={density === "compact" ? `${styles.table} ${styles.compact}` : styles.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.id} scope="col" role="columnheader" className={column.number ? styles.number : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column, index) => (
              <Cell key={column.id} column={column} first={index === 0}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {foot === undefined ? null : (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <Cell key={column.id} column={column} first={index === 0}>
                {foot[index]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type CellProps<Row> = { readonly column: Column<Row>; readonly first: boolean; readonly children: ReactNode };

function Cell<Row>({ column, first, children }: CellProps<Row>) {
  if (first) {
    return (
      <th
        scope="row"
        role="rowheader"
        className={column.phone === "labelled" ? styles.labelled : undefined}
        data-column={column.id}
        data-label={column.head}
      >
        {children}
      </th>
    );
  }
  const names = [column.number && styles.number, styles[column.phone ?? "pair"]].filter(Boolean).join(" ");
  return (
    <td role="cell" className={names} data-column={column.id} data-label={column.head}>
      {children}
    </td>
  );
}
