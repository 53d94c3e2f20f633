import { sql } from "kysely";
import type { Queryable } from "~db/open";
import { roundHalfUp, shareOut } from "./arithmetic";
import { type CheckedLine, checkLine } from "./credits";
import { type CancelRow, type CheckedProgram, type LineRow, readCancels, readLines, readPrograms, rowsOf } from "./rows";

/** What is in the database against what must be: names of facts with their values on both sides. */
export type Ledgers = { readonly wanted: Map<string, string>; readonly kept: Map<string, string> };

/** Decides every line anew and takes back anew what was canceled; wanted and kept must be the same. */
export async function checkDecisions(q: Queryable): Promise<Ledgers> {
  const wanted = new Map<string, string>();
  for (const program of await readPrograms(q)) {
    const cancels = await readCancels(q, program);
    const lines = await readLines(q, program);
    for (const line of lines) {
      const checked = checkLine(line.path, BigInt(line.base_minor), program);
      wantDecisions(wanted, line, checked);
      wantReversals(wanted, { line, checked, cancels: cancels.filter((cancel) => cancel.order_line_id === line.id) });
    }
    wantTold(wanted, program, lines);
  }
  return { wanted, kept: await readKept(q) };
}

function wantDecisions(wanted: Map<string, string>, line: LineRow, { credits, verdicts }: CheckedLine): void {
  for (const [affiliateId, verdict] of verdicts) {
    wanted.set(`decision ${line.id} ${affiliateId}`, verdict);
    wanted.set(`explanation ${line.id} ${affiliateId}`, explained(line, credits));
    if (/^\d/.test(verdict)) wanted.set(`commission ${line.id} ${affiliateId}`, verdict);
  }
  const earning = new Set([...verdicts].flatMap(([id, verdict]) => (/^\d/.test(verdict) ? [id] : [])));
  for (const { touch, ppm, amount } of credits) {
    if (earning.has(touch.affiliateId)) wanted.set(`part ${line.id} ${touch.touchId}`, `${ppm} ${amount}`);
  }
}

function explained(line: LineRow, credits: CheckedLine["credits"]): string {
  const parts = credits.map(({ touch, ppm, exact, amount }) => `${touch.touchId} ${ppm} ${exact} ${amount}`);
  const total = credits.reduce((sum, { amount }) => sum + amount, 0n);
  return [line.base_minor, line.path.frozenAt, line.path.touches.length, ...parts, total].join("; ");
}

type Taken = { readonly line: LineRow; readonly checked: CheckedLine; readonly cancels: readonly CancelRow[] };

/** Cumulative per part: back so far is round(amount × base back ÷ base); a step books the difference. */
function wantReversals(wanted: Map<string, string>, { line, checked, cancels }: Taken): void {
  const [base, units] = [BigInt(line.base_minor), BigInt(line.quantity)];
  const backOf = (amount: bigint, taken: { base: bigint; units: bigint }): bigint =>
    base > 0n ? roundHalfUp(amount * taken.base, base) : roundHalfUp(amount * taken.units, units);
  let taken = { base: 0n, units: 0n };
  for (const cancel of cancels) {
    const after = { base: taken.base + BigInt(cancel.base_back_minor), units: taken.units + BigInt(cancel.quantity) };
    for (const { touch, amount } of checked.credits) {
      const difference = backOf(amount, after) - backOf(amount, taken);
      if (difference !== 0n) wanted.set(`reversal ${line.id} ${touch.touchId} ${cancel.program_seq}`, String(difference));
    }
    const weights = checked.credits.map(({ ppm }) => ppm);
    const [now, then] = [sharesOf(after, weights), sharesOf(taken, weights)];
    for (const [index, { touch }] of checked.credits.entries()) {
      const moved = [now.units[index] as bigint, now.base[index] as bigint].map(
        (value, at) => value - ([then.units, then.base][at]?.[index] ?? 0n),
      );
      wanted.set(`told back ${line.id} ${touch.touchId} ${cancel.program_seq}`, moved.join(" "));
    }
    taken = after;
  }
}

function sharesOf(
  taken: { base: bigint; units: bigint },
  weights: readonly bigint[],
): { readonly units: bigint[]; readonly base: bigint[] } {
  return { units: shareOut(taken.units, weights), base: shareOut(taken.base, weights) };
}

/** What the event log tells the charts: each credit's share of its order, its units and its money. */
function wantTold(wanted: Map<string, string>, program: CheckedProgram, lines: readonly LineRow[]): void {
  for (const orderId of new Set(lines.map((line) => line.order_id))) {
    const own = lines.filter((line) => line.order_id === orderId);
    const byBase = own.some((line) => line.base_minor > 0);
    const orderShares = shareOut(
      1_000_000n,
      own.map((line) => BigInt(byBase ? line.base_minor : line.quantity)),
    );
    for (const [index, line] of own.entries()) {
      const { credits } = checkLine(line.path, BigInt(line.base_minor), program);
      const weights = credits.map(({ ppm }) => ppm);
      if (credits.length === 0) continue;
      const told = [orderShares[index] as bigint, BigInt(line.quantity), BigInt(line.base_minor)].map((whole) => shareOut(whole, weights));
      for (const [at, { touch, ppm, amount }] of credits.entries()) {
        wanted.set(`told ${line.id} ${touch.touchId}`, [ppm, ...told.map((parts) => parts[at]), amount].join(" "));
      }
    }
  }
}

type Told = {
  readonly programSeq: number;
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly credits: readonly {
      readonly touchId: string;
      readonly ppm: number;
      readonly orderPpm: number;
      readonly units: number;
      readonly baseMinor: number;
      readonly commissionMinor: number;
    }[];
  }[];
};

type StoredExplanation = {
  readonly line: { readonly baseMinor: number };
  readonly frozenAt: number;
  readonly touches: readonly unknown[];
  readonly credits: readonly {
    readonly touchId: string;
    readonly ppm: number;
    readonly exact: { readonly numerator: string };
    readonly commissionMinor: number;
  }[];
  readonly totalMinor: number;
};

async function readKept(q: Queryable): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  type Decision = { order_line_id: string; affiliate_id: string; commission_minor: number; reason: string | null; explanation: string };
  for (const row of await rowsOf(
    q,
    sql<Decision>`select order_line_id, affiliate_id, commission_minor, reason, explanation from decisions`,
  )) {
    kept.set(`decision ${row.order_line_id} ${row.affiliate_id}`, row.reason ?? String(row.commission_minor));
    kept.set(`explanation ${row.order_line_id} ${row.affiliate_id}`, retold(JSON.parse(row.explanation) as StoredExplanation));
  }
  for (const row of await rowsOf(
    q,
    sql<{ id: string; amount: number }>`select order_line_id || ' ' || affiliate_id as id, accrued_minor as amount from commissions`,
  )) {
    kept.set(`commission ${row.id}`, String(row.amount));
  }
  type Part = { id: string; ppm: number; amount: number };
  const parts = sql<Part>`select c.order_line_id || ' ' || p.touch_id as id, p.ppm, p.accrued_minor as amount from commission_parts p
    join commissions c on c.id = p.commission_id`;
  for (const row of await rowsOf(q, parts)) kept.set(`part ${row.id}`, `${row.ppm} ${row.amount}`);
  type Reversal = { id: string; program_seq: number; amount: number };
  const reversals = sql<Reversal>`select order_line_id || ' ' || touch_id as id, program_seq, amount_minor as amount from commission_reversals`;
  for (const row of await rowsOf(q, reversals)) kept.set(`reversal ${row.id} ${row.program_seq}`, String(row.amount));
  await readTold(q, kept);
  return kept;
}

function retold({ line, frozenAt, touches, credits, totalMinor }: StoredExplanation): string {
  const parts = credits.map(({ touchId, ppm, exact, commissionMinor }) => `${touchId} ${ppm} ${exact.numerator} ${commissionMinor}`);
  return [line.baseMinor, frozenAt, touches.length, ...parts, totalMinor].join("; ");
}

async function readTold(q: Queryable, kept: Map<string, string>): Promise<void> {
  type Event = { type: string; payload: string };
  const events = sql<Event>`select type, payload from events where type in ('commission.decided', 'commission.reversed')`;
  for (const { type, payload } of await rowsOf(q, events)) {
    const told = JSON.parse(payload) as Told;
    for (const line of told.lines) {
      for (const { touchId, ppm, orderPpm, units, baseMinor, commissionMinor } of line.credits) {
        if (type === "commission.decided")
          kept.set(`told ${line.orderLineId} ${touchId}`, [ppm, orderPpm, units, baseMinor, commissionMinor].join(" "));
        else kept.set(`told back ${line.orderLineId} ${touchId} ${told.programSeq}`, `${units} ${baseMinor}`);
      }
    }
  }
}
