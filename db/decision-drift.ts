import { decideOrder } from "~/domain/commission/decide-order";
import type { BrandId, Instant, OrderId, ProgramId } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import type { Queryable } from "./open";
import { type LineToDecideRow, listLinesToDecide } from "./queries/decisions";
import { getProgramTerms, type ProgramTerms } from "./queries/programs";

/** Orders decided anew per program in one audit before it turns to a window; some seconds' work. */
const RECOUNT_ALL_UP_TO = 5_000;
const WINDOW_MS = 35 * DAY_MS;

/** Orders read at a time: bounded memory. */
const PAGE = 200;

/**
 * Decides again what was decided, from the frozen paths and the rules, and names what differs: an affiliate in
 * reach without a decision, a decision about somebody who was not, another amount or reason. Programs with very
 * many orders: the last 35 days.
 */
export async function findDecisionDrift(q: Queryable, now: Instant): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id, brand_id } of await q.selectFrom("programs").select(["id", "brand_id"]).orderBy("id").execute()) {
    const program = await getProgramTerms(q, id as ProgramId);
    const since = program.decidedSeq > RECOUNT_ALL_UP_TO ? now - WINDOW_MS : Number.MIN_SAFE_INTEGER;
    found.push(...(await driftOf(q, { program, brandId: brand_id as BrandId, since })));
  }
  return found;
}

type Range = { readonly program: ProgramTerms; readonly brandId: BrandId; readonly since: number };

async function driftOf(q: Queryable, { program, brandId, since }: Range): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = 0; ; ) {
    const orders = await q
      .selectFrom("orders")
      .select(["id", "placed_at", "program_seq"])
      .where("brand_id", "=", brandId)
      .where("placed_at", ">=", since)
      .where("program_seq", ">", after)
      .where("program_seq", "<=", program.decidedSeq)
      .orderBy("program_seq")
      .limit(PAGE)
      .execute();
    for (const order of orders) {
      const lines = await listLinesToDecide(q, order.id as OrderId);
      const expected = expectedOf({ program, placedAt: (order.placed_at ?? 0) as Instant, lines });
      found.push(...diff(expected, await storedOf(q, order.id as OrderId)));
    }
    const last = orders.at(-1)?.program_seq;
    if (last === undefined || last === null || orders.length < PAGE) return found;
    after = last;
  }
}

/** By line and affiliate: the amount, or the reason. */
type Verdicts = ReadonlyMap<string, string>;

function expectedOf(order: {
  readonly program: ProgramTerms;
  readonly placedAt: Instant;
  readonly lines: readonly LineToDecideRow[];
}): Verdicts {
  return new Map(
    decideOrder(order).flatMap(({ orderLineId, decisions }) =>
      decisions.map(({ affiliateId, commissionMinor, reason }) => [`${orderLineId} ${affiliateId}`, reason ?? String(commissionMinor)]),
    ),
  );
}

async function storedOf(q: Queryable, orderId: OrderId): Promise<Verdicts> {
  const rows = await q
    .selectFrom("decisions")
    .select(["order_line_id", "affiliate_id", "commission_minor", "reason"])
    .where("order_id", "=", orderId)
    .execute();
  return new Map(rows.map((row) => [`${row.order_line_id} ${row.affiliate_id}`, row.reason ?? String(row.commission_minor)]));
}

function diff(expected: Verdicts, stored: Verdicts): readonly string[] {
  const names = new Set([...expected.keys(), ...stored.keys()]);
  return [...names].flatMap((name) => {
    const [wanted, kept] = [expected.get(name), stored.get(name)];
    if (wanted === kept) return [];
    if (kept === undefined) return [`${name}: no decision, but ${wanted} by its frozen path`];
    return [`${name}: ${kept}, but ${wanted ?? "nothing"} by its frozen path`];
  });
}
