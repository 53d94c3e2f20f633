import type { Explanation } from "~/domain/commission/decision";
import type { Bps, CommissionId, DecisionId, Instant, OrderId, OrderLineId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import type { Account, EntryKind } from "~/domain/ledger/posting";
import type { ProofBase, ProofEntry, ProofReversal } from "~/domain/reporting/commission-proof";
import type { Queryable } from "../open";
import { readExplanation } from "../payloads/explanation";

/** What a decision was made from. Errors: no such decision. */
export async function getExplanation(q: Queryable, decisionId: DecisionId): Promise<Explanation> {
  const row = await q.selectFrom("decisions").select("explanation").where("id", "=", decisionId).executeTakeFirstOrThrow();
  return readExplanation(row.explanation);
}

/** What several decisions were made from, by their ids. */
export async function listExplanations(q: Queryable, decisionIds: readonly DecisionId[]): Promise<ReadonlyMap<DecisionId, Explanation>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await q
    .selectFrom("decisions")
    .select(["id", "explanation"])
    .where("id", "in", [...decisionIds])
    .execute();
  return new Map(rows.map((row) => [row.id as DecisionId, readExplanation(row.explanation)]));
}

/** How a line's commission base came about. Errors: no such line. */
export async function getProofBase(q: Queryable, orderLineId: OrderLineId): Promise<ProofBase> {
  const row = await q
    .selectFrom("order_lines as l")
    .innerJoin("orders as o", "o.id", "l.order_id")
    .select(["l.quantity", "l.unit_price_minor", "l.list_minor", "l.discount_minor", "l.paid_minor", "l.tax_minor", "l.tax_bps"])
    .select(["l.base_minor", "o.tax_inclusive"])
    .where("l.id", "=", orderLineId)
    .executeTakeFirstOrThrow();
  return {
    quantity: row.quantity,
    unitPriceMinor: minor(row.unit_price_minor),
    listMinor: minor(row.list_minor),
    discountMinor: minor(row.discount_minor),
    paidMinor: minor(row.paid_minor),
    taxMinor: minor(row.tax_minor),
    taxBps: row.tax_bps as Bps,
    taxInclusive: row.tax_inclusive === 1,
    baseMinor: minor(row.base_minor),
  };
}

/** What was taken back of a commission, step by step. */
export async function listProofReversals(q: Queryable, commissionId: CommissionId): Promise<readonly ProofReversal[]> {
  const rows = await q
    .selectFrom("commission_reversals")
    .select(["reversed_at", "cause", "program_seq"])
    .select((eb) => eb.fn.sum<number>("amount_minor").as("amount"))
    .where("commission_id", "=", commissionId)
    .groupBy(["program_seq", "reversed_at", "cause"])
    .orderBy("program_seq")
    .execute();
  return rows.map((row) => ({
    reversedAt: row.reversed_at as Instant,
    cause: row.cause as ProofReversal["cause"],
    amountMinor: minor(Number(row.amount)),
  }));
}

/** The entries of the ledger about a commission of an order, in the order of their chain. */
export async function listProofEntries(
  q: Queryable,
  of: { readonly commissionId: CommissionId; readonly orderId: OrderId },
): Promise<readonly ProofEntry[]> {
  const rows = await q
    .selectFrom("ledger_entries as e")
    .innerJoin("ledger_lines as l", "l.entry_id", "e.id")
    .select(["e.id", "e.kind", "e.seq", "e.occurred_at", "e.hash", "l.account", "l.amount_minor"])
    .where("l.order_id", "=", of.orderId)
    .where("e.subject_id", "=", of.commissionId)
    .orderBy("e.seq")
    .orderBy("l.line_no")
    .execute();
  const entries = new Map<string, ProofEntry & { readonly debit: Account[]; readonly credit: Account[] }>();
  for (const row of rows) {
    const known = entries.get(row.id) ?? {
      kind: row.kind as EntryKind,
      seq: row.seq,
      occurredAt: row.occurred_at as Instant,
      debit: [],
      credit: [],
      amountMinor: minor(0),
      hash: row.hash,
    };
    (row.amount_minor > 0 ? known.debit : known.credit).push(row.account as Account);
    entries.set(row.id, { ...known, amountMinor: minor(known.amountMinor + Math.max(0, row.amount_minor)) });
  }
  return [...entries.values()];
}
