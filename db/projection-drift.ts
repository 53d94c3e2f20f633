import type { BrandId, Instant } from "~/domain/kernel/branded";
import { DAY_MS, HOUR_MS, toIso } from "~/domain/kernel/instant";
import { diffRollups } from "~/domain/reporting/diff-rollups";
import {
  addCreditsInto,
  CREDIT_FIGURES,
  type CreditDelta,
  type CreditTotals,
  commissionDeltas,
  creditKey,
  touchDeltas,
} from "~/domain/reporting/fold-credits";
import { addInto, bucketOf, rollupKey, SALES_FIGURES, type SalesSums, salesDeltas } from "~/domain/reporting/fold-sales";
import type { Queryable } from "./open";
import { listCreditRollups } from "./queries/credit-rollups";
import { listFoldedTouchesBetween } from "./queries/folded-touches";
import { listProcessedBetween } from "./queries/processed";
import { listProjectedBrands } from "./queries/projection-versions";
import { listSalesRollups } from "./queries/sales-rollups";

/** Events recounted per brand in one audit before it turns to a window; a few seconds' work. */
const RECOUNT_ALL_UP_TO = 50_000;

/** The window when there are more: where returns still arrive. */
const WINDOW_MS = 35 * DAY_MS;

/** How far back the audit of a single older day may reach; one day an hour, so all are visited in turn. */
const OLDER_DAYS = 400;

/** Rollup rows that differ from a recount of their events, in words. Large brands: the last 35 days and one older day a run. */
export async function findProjectionDrift(q: Queryable, now: Instant): Promise<readonly string[]> {
  const found: string[] = [];
  for (const brandId of await listProjectedBrands(q)) {
    for (const range of await rangesFor(q, brandId, now)) found.push(...(await driftBetween(q, brandId, range)));
  }
  return found;
}

/** `open` ranges reach to the end of time, so every event that adds to their rows lies in them too. */
type Range = { readonly from: Instant; readonly to: Instant; readonly open: boolean };

const END = Number.MAX_SAFE_INTEGER as Instant;

async function rangesFor(q: Queryable, brandId: BrandId, now: Instant): Promise<readonly Range[]> {
  if ((await countSources(q, brandId)) <= RECOUNT_ALL_UP_TO) return [{ from: Number.MIN_SAFE_INTEGER as Instant, to: END, open: true }];
  const windowStart = bucketOf((now - WINDOW_MS) as Instant);
  const daysBack = 1 + (Math.floor(now / HOUR_MS) % OLDER_DAYS);
  const older = (windowStart - daysBack * DAY_MS) as Instant;
  return [
    { from: windowStart, to: END, open: true },
    { from: older, to: (older + DAY_MS) as Instant, open: false },
  ];
}

async function countSources(q: Queryable, brandId: BrandId): Promise<number> {
  const events = await q
    .selectFrom("processed")
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .where("brand_id", "=", brandId)
    .executeTakeFirstOrThrow();
  const targets = await q
    .selectFrom("touch_targets")
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .where("brand_id", "=", brandId)
    .executeTakeFirstOrThrow();
  return Number(events.rows) + Number(targets.rows);
}

const PAGE = 500;

async function driftBetween(q: Queryable, brandId: BrandId, range: Range): Promise<readonly string[]> {
  const { sales, credits } = await recount(q, brandId, range);
  const within = (row: { readonly bucket: Instant }): boolean => row.bucket >= range.from && row.bucket < range.to;
  const sold = diffRollups(
    { keyOf: rollupKey, figures: SALES_FIGURES },
    (await listSalesRollups(q, brandId)).filter(within),
    [...sales.values()].filter(within),
  );
  // What a click earned is told by later events: a closed range does not hold them all.
  const figures = range.open ? CREDIT_FIGURES : CREDIT_FIGURES.filter((figure) => !figure.startsWith("click") || figure === "clicks");
  const compared = (row: CreditDelta): boolean => within(row) && (range.open || figures.some((figure) => row[figure] !== 0));
  const credited = diffRollups(
    { keyOf: creditKey, figures },
    (await listCreditRollups(q, brandId)).filter(compared),
    [...credits.values()].filter(compared),
  );
  return [
    ...sold.changes.map((row) => nameRow(row, row.productId ?? "all products", "differs")),
    ...sold.strangers.map((row) => nameRow(row, row.productId ?? "all products", "has no event")),
    ...credited.changes.map((row) => nameRow(row, `${row.affiliateId} ${row.channel}`, "differs")),
    ...credited.strangers.map((row) => nameRow(row, `${row.affiliateId} ${row.channel}`, "has no event")),
  ];
}

async function recount(
  q: Queryable,
  brandId: BrandId,
  range: Range,
): Promise<{ readonly sales: SalesSums; readonly credits: CreditTotals }> {
  const sales: SalesSums = new Map();
  const credits: CreditTotals = new Map();
  addCreditsInto(credits, touchDeltas(await listFoldedTouchesBetween(q, { brandId, ...range })));
  let after: { readonly occurredAt: Instant; readonly id: string } | null = null;
  for (;;) {
    const events = await listProcessedBetween(q, { consumer: "projections.fold", brandId, ...range, after, limit: PAGE });
    for (const event of events) {
      addInto(sales, salesDeltas(event));
      addCreditsInto(credits, commissionDeltas(event));
    }
    const last = events.at(-1);
    if (last === undefined || events.length < PAGE) return { sales, credits };
    after = { occurredAt: last.occurredAt, id: last.id };
  }
}

function nameRow(row: { readonly brandId: BrandId; readonly bucket: Instant }, what: string, how: string): string {
  return `${row.brandId} ${what} ${toIso(row.bucket)} ${how}`;
}
