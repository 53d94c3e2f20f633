import { parseCurrency } from "~/domain/kernel/currency";
import type { WireSettlement } from "../../wire";
import type { Provider } from "../provider";
import { costOf } from "../rules/settlement-cost";
import type { Books } from "./open-books";

type Movement = { readonly seq: number; readonly kind: string; readonly currency: string; readonly amount_minor: number };
type Row = {
  readonly seq: number;
  readonly id: string;
  readonly currency: string;
  readonly gross_minor: number;
  readonly cost_minor: number;
  readonly settled_at: number;
};

const PAGE = 100;

/** Pays out every movement since the last settlement, one batch per currency; returns how many batches. */
export function settle({ books, clock, ids }: Provider): number {
  const open = books.all<Movement>("select seq, kind, currency, amount_minor from movements where settlement_id is null order by seq");
  const currencies = [...new Set(open.map(({ currency }) => currency))];
  for (const currency of currencies) {
    const movements = open.filter((movement) => movement.currency === currency);
    const settlementId = ids.next("stl");
    const gross = movements.reduce((sum, { amount_minor }) => sum + amount_minor, 0);
    const values = [settlementId, currency, gross, costOfAll(movements, currency), clock.now()] as const;
    books.run("insert into settlements (id, currency, gross_minor, cost_minor, settled_at) values (?, ?, ?, ?, ?)", ...values);
    for (const { seq } of movements) books.run("update movements set settlement_id = ? where seq = ?", settlementId, seq);
  }
  return currencies.length;
}

/** When the oldest movement not yet paid out was made; `undefined` when all are. */
export function oldestUnsettled(books: Books): number | undefined {
  return books.get<{ at: number | null }>("select min(at) as at from movements where settlement_id is null")?.at ?? undefined;
}

/** Settlements after the cursor, oldest first. */
export function listSettlements(
  books: Books,
  after: number,
): { readonly settlements: readonly WireSettlement[]; readonly cursor: string | null } {
  const rows = books.all<Row>("select * from settlements where seq > ? order by seq limit ?", after, PAGE);
  const last = rows.at(-1);
  return {
    settlements: rows.map((row) => ({
      settlementId: row.id,
      currency: row.currency,
      grossMinor: row.gross_minor,
      costMinor: row.cost_minor,
      settledAt: row.settled_at,
    })),
    cursor: last === undefined ? null : String(last.seq),
  };
}

/** Only captures cost; a refund does not give the cost back. */
function costOfAll(movements: readonly Movement[], code: string): number {
  const currency = parseCurrency(code);
  if (currency === undefined) throw new Error(`The books hold an unknown currency: ${code}`);
  return movements.filter(({ kind }) => kind === "capture").reduce((sum, { amount_minor }) => sum + costOf(amount_minor, currency), 0);
}
