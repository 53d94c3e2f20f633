import { sql } from "kysely";
import type { NoCommissionReason } from "~/domain/commission/decision";
import type { AffiliateId, BrandId, CommissionId, DecisionId, Instant, OrderId, OrderLineId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { minor } from "~/domain/kernel/money";
import type { CommissionFilter, CommissionState, LineCount, ReportedLine } from "~/domain/reporting/reported-line";
import type { Queryable } from "../open";

/** Whose lines: all in reach of one affiliate, or all of one brand. */
export type Reach = { readonly affiliateId: AffiliateId } | { readonly brandId: BrandId };

/** Lines of orders placed from `start` to `end` (exclusive). */
type Span = { readonly reach: Reach; readonly start: Instant; readonly end: Instant };
type Page = Span & { readonly filter: CommissionFilter; readonly limit: number; readonly offset: number };

const backSoFar = sql<number>`coalesce((select sum(r.amount_minor) from commission_reversals r where r.commission_id = c.id), 0)`;

/** Every line in reach with what became of it, newest order first; a page at a time. */
export async function listReportedLines(q: Queryable, page: Page): Promise<readonly ReportedLine[]> {
  const rows = await filtered(lines(q, page), page.filter)
    .select(LINE_COLUMNS)
    .select(backSoFar.as("back_minor"))
    .orderBy("o.placed_at", "desc")
    .orderBy("l.order_id")
    .orderBy("l.position")
    .orderBy("d.affiliate_id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(lineOf);
}

/** One line in reach by its decision; `undefined` when there is none, or it is out of reach. */
export async function findReportedLine(
  q: Queryable,
  asked: { readonly reach: Reach; readonly decisionId: DecisionId },
): Promise<ReportedLine | undefined> {
  const row = await inReach(joined(q), asked.reach)
    .select(LINE_COLUMNS)
    .select(backSoFar.as("back_minor"))
    .where("d.id", "=", asked.decisionId)
    .executeTakeFirst();
  return row === undefined ? undefined : lineOf(row);
}

/** Lines in reach counted by currency and by the reason why nothing was earned (`null`: something was). */
export async function countReportedLines(q: Queryable, span: Span): Promise<readonly LineCount[]> {
  const rows = await lines(q, span)
    .select(["o.currency", "d.reason"])
    .select((eb) => [eb.fn.countAll<number>().as("lines"), eb.fn.sum<number>("d.commission_minor").as("accrued")])
    .select(sql<number>`sum(${backSoFar})`.as("back"))
    .groupBy(["o.currency", "d.reason"])
    .orderBy("o.currency")
    // The databases disagree on where null belongs.
    .orderBy(sql`coalesce(d.reason, '')`)
    .execute();
  return rows.map((row) => ({
    currency: row.currency as Currency,
    reason: row.reason as NoCommissionReason | null,
    lines: Number(row.lines),
    accruedMinor: minor(Number(row.accrued)),
    backMinor: minor(Number(row.back)),
  }));
}

/** How many lines a filter leaves. */
export async function countFilteredLines(q: Queryable, span: Span & { readonly filter: CommissionFilter }): Promise<number> {
  const row = await filtered(lines(q, span), span.filter)
    .select((eb) => eb.fn.countAll<number>().as("lines"))
    .executeTakeFirstOrThrow();
  return Number(row.lines);
}

const LINE_COLUMNS = [
  "d.id as decision_id",
  "d.affiliate_id",
  "d.commission_minor",
  "d.reason",
  "d.order_id",
  "d.order_line_id",
  "c.id as commission_id",
  "c.state",
  "o.number",
  "o.currency",
  "o.placed_at",
  "l.position",
  "l.title",
  "l.option_text",
  "l.picture_url",
  "l.quantity",
  "l.base_minor",
  "b.id as brand_id",
  "b.slug as brand_slug",
  "b.name as brand_name",
  "a.handle",
  "a.name as affiliate_name",
] as const;

function joined(q: Queryable) {
  return q
    .selectFrom("decisions as d")
    .innerJoin("order_lines as l", "l.id", "d.order_line_id")
    .innerJoin("orders as o", "o.id", "d.order_id")
    .innerJoin("brands as b", "b.id", "d.brand_id")
    .innerJoin("affiliates as a", "a.id", "d.affiliate_id")
    .leftJoin("commissions as c", "c.decision_id", "d.id");
}

type Joined = ReturnType<typeof joined>;

function inReach(query: Joined, reach: Reach): Joined {
  return "brandId" in reach ? query.where("d.brand_id", "=", reach.brandId) : query.where("d.affiliate_id", "=", reach.affiliateId);
}

function lines(q: Queryable, { reach, start, end }: Span): Joined {
  return inReach(joined(q), reach).where("o.placed_at", ">=", start).where("o.placed_at", "<", end);
}

function filtered(query: Joined, filter: CommissionFilter): Joined {
  if (filter === "all") return query;
  if (filter === "earned") return query.where("d.commission_minor", ">", 0);
  if (filter === "nothing") return query.where("d.commission_minor", "=", 0);
  return query.where((eb) => eb.exists(eb.selectFrom("commission_reversals as r").select("r.id").whereRef("r.commission_id", "=", "c.id")));
}

type LineRow = {
  readonly decision_id: string;
  readonly affiliate_id: string;
  readonly commission_minor: number;
  readonly reason: string | null;
  readonly order_id: string;
  readonly order_line_id: string;
  readonly commission_id: string | null;
  readonly state: string | null;
  readonly number: string;
  readonly currency: string;
  readonly placed_at: number | null;
  readonly position: number;
  readonly title: string;
  readonly option_text: string;
  readonly picture_url: string | null;
  readonly quantity: number;
  readonly base_minor: number;
  readonly brand_id: string;
  readonly brand_slug: string;
  readonly brand_name: string;
  readonly handle: string;
  readonly affiliate_name: string;
  readonly back_minor: number;
};

function lineOf(row: LineRow): ReportedLine {
  return {
    decisionId: row.decision_id as DecisionId,
    commissionId: row.commission_id as CommissionId | null,
    orderId: row.order_id as OrderId,
    orderLineId: row.order_line_id as OrderLineId,
    orderNumber: row.number,
    position: row.position,
    placedAt: row.placed_at as Instant,
    brand: { brandId: row.brand_id as BrandId, slug: row.brand_slug, name: row.brand_name },
    affiliate: { affiliateId: row.affiliate_id as AffiliateId, handle: row.handle, name: row.affiliate_name },
    title: row.title,
    option: row.option_text,
    pictureUrl: row.picture_url,
    quantity: row.quantity,
    currency: row.currency as Currency,
    baseMinor: minor(row.base_minor),
    accruedMinor: minor(row.commission_minor),
    backMinor: minor(Number(row.back_minor)),
    state: row.state as CommissionState | null,
    reason: row.reason as NoCommissionReason | null,
  };
}
