import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Queryable } from "~db/open";
import { roundHalfUp } from "./arithmetic";
import type { Ledgers } from "./decisions";
import { rowsOf } from "./rows";

/** Every entry that commissions, captures and settlements must have caused, against those that stand. */
export async function checkEntries(q: Queryable): Promise<Ledgers> {
  const wanted = new Map<string, string>();
  await wantCommissions(q, wanted);
  await wantReversals(q, wanted);
  await wantCaptures(q, wanted);
  await wantSettlements(q, wanted);
  return { wanted, kept: await readKept(q) };
}

type Commission = { id: string; affiliate_id: string; brand_id: string; order_id: string; currency: string; amount: number };

async function wantCommissions(q: Queryable, wanted: Map<string, string>): Promise<void> {
  const rows = sql<Commission>`select id, affiliate_id, brand_id, order_id, currency, accrued_minor as amount from commissions`;
  for (const row of await rowsOf(q, rows)) {
    wanted.set(
      `commission.accrued ${row.order_id} ${row.id}`,
      sides(row.currency, [
        ["brand_payable", row.brand_id, row.amount],
        ["affiliate_pending", row.affiliate_id, -row.amount],
      ]),
    );
  }
}

async function wantReversals(q: Queryable, wanted: Map<string, string>): Promise<void> {
  type Row = Commission & { event_id: string };
  const rows = sql<Row>`select c.id, c.affiliate_id, c.brand_id, c.order_id, c.currency, sum(r.amount_minor) as amount, v.id as event_id
    from commission_reversals r join commissions c on c.id = r.commission_id
    join order_line_cancels k on k.order_line_id = r.order_line_id and k.program_seq = r.program_seq
    join events v on v.subject_id = c.order_id and v.type = 'order.lines_canceled' and v.payload like '%"programSeq":' || r.program_seq || ',%'
    group by c.id, c.affiliate_id, c.brand_id, c.order_id, c.currency, v.id`;
  for (const row of await rowsOf(q, rows)) {
    wanted.set(
      `commission.reversed ${row.event_id} ${row.id}`,
      sides(row.currency, [
        ["affiliate_pending", row.affiliate_id, row.amount],
        ["brand_payable", row.brand_id, -row.amount],
      ]),
    );
  }
}

/** The fee is taken line by line of what was not canceled. */
async function wantCaptures(q: Queryable, wanted: Map<string, string>): Promise<void> {
  type Row = { order_id: string; brand_id: string; currency: string; amount: number; fee_bps: number };
  const captures = sql<Row>`select f.order_id, f.brand_id, o.currency, o.fee_bps, f.amount_minor as amount from payment_facts f
    join orders o on o.id = f.order_id where f.kind = 'captured'`;
  for (const row of await rowsOf(q, captures)) {
    const lines = sql<{
      base: number;
    }>`select l.base_minor - coalesce((select sum(k.base_back_minor) from order_line_cancels k where k.order_line_id = l.id), 0) as base
      from order_lines l where l.order_id = ${row.order_id}`;
    let fee = 0;
    for (const { base } of await rowsOf(q, lines)) fee += Number(roundHalfUp(BigInt(base) * BigInt(row.fee_bps), 10_000n));
    wanted.set(
      `payment.captured ${row.order_id}`,
      sides(row.currency, [
        ["provider_clearing", "", row.amount],
        ["brand_payable", row.brand_id, fee - row.amount],
        ["platform_fees", "", -fee],
      ]),
    );
  }
}

async function wantSettlements(q: Queryable, wanted: Map<string, string>): Promise<void> {
  type Row = { id: string; currency: string; gross: number; cost: number };
  for (const row of await rowsOf(q, sql<Row>`select id, currency, gross_minor as gross, cost_minor as cost from provider_settlements`)) {
    const moved = sides(row.currency, [
      ["cash", "", row.gross - row.cost],
      ["provider_costs", "", row.cost],
      ["provider_clearing", "", -row.gross],
    ]);
    if (moved !== row.currency) wanted.set(`provider.settled ${row.id}`, moved);
  }
}

type Side = readonly [account: string, owner: string, amount: number];

function sides(currency: string, moved: readonly Side[]): string {
  const told = moved.filter(([, , amount]) => amount !== 0).map((side) => side.join(" "));
  return [currency, ...told.sort()].join("; ");
}

type EntryRow = {
  readonly id: string;
  readonly currency: string;
  readonly seq: number;
  readonly kind: string;
  readonly source_event_id: string;
  readonly subject_id: string;
  readonly occurred_at: number;
  readonly recorded_at: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly source_subject: string;
};

type LineRow = { entry_id: string; account: string; owner_id: string; brand_id: string; order_id: string; amount_minor: number };

async function readKept(q: Queryable): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const lines = await linesByEntry(q);
  for (const entry of await readEntries(q)) {
    const moved = (lines.get(entry.id) ?? []).map((line): Side => [line.account, line.owner_id, line.amount_minor]);
    kept.set(nameOf(entry), sides(entry.currency, moved));
  }
  return kept;
}

function nameOf(entry: EntryRow): string {
  const { kind } = entry;
  if (kind === "commission.accrued") return `${kind} ${entry.source_subject} ${entry.subject_id}`;
  if (kind === "commission.reversed") return `${kind} ${entry.source_event_id} ${entry.subject_id}`;
  if (kind === "payment.captured") return `${kind} ${entry.source_subject}`;
  return `${kind} ${entry.subject_id}`;
}

function readEntries(q: Queryable): Promise<readonly EntryRow[]> {
  return rowsOf(
    q,
    sql<EntryRow>`select e.*, v.subject_id as source_subject from ledger_entries e join events v on v.id = e.source_event_id order by e.currency, e.seq`,
  );
}

async function linesByEntry(q: Queryable): Promise<ReadonlyMap<string, readonly LineRow[]>> {
  const found = new Map<string, LineRow[]>();
  for (const line of await rowsOf(q, sql<LineRow>`select * from ledger_lines order by entry_id, line_no`)) {
    found.set(line.entry_id, [...(found.get(line.entry_id) ?? []), line]);
  }
  return found;
}

/** Every hash computed again, from the words the books document: what does not follow, in words. */
export async function checkHashes(q: Queryable): Promise<readonly string[]> {
  const lines = await linesByEntry(q);
  const faults: string[] = [];
  const ends = new Map<string, { seq: number; hash: string }>();
  for (const entry of await readEntries(q)) {
    const before = ends.get(entry.currency) ?? { seq: 0, hash: "0".repeat(64) };
    const own = (lines.get(entry.id) ?? []).map((line) => [line.account, line.owner_id, line.brand_id, line.order_id, line.amount_minor]);
    const place = [entry.previous_hash, entry.id, entry.currency, entry.seq, entry.kind, entry.source_event_id, entry.subject_id];
    const text = JSON.stringify([...place, entry.occurred_at, entry.recorded_at, own]);
    const hash = createHash("sha256").update(text).digest("hex");
    if (hash !== entry.hash || before.hash !== entry.previous_hash || before.seq + 1 !== entry.seq)
      faults.push(`entry ${entry.id} does not follow`);
    ends.set(entry.currency, entry);
  }
  for (const head of await rowsOf(q, sql<{ currency: string; seq: number; hash: string }>`select currency, seq, hash from ledger_heads`)) {
    const end = ends.get(head.currency);
    if (end?.seq !== head.seq || end.hash !== head.hash) faults.push(`the books of ${head.currency} do not end where they say`);
  }
  return faults;
}
