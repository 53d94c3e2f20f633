import type { BrandId, Instant } from "~/domain/kernel/branded";
import { DAY_MS, HOUR_MS, toIso } from "~/domain/kernel/instant";
import { diffRollups } from "~/domain/reporting/diff-rollups";
import { addInto, bucketOf, type SalesDelta, type SalesSums, salesDeltas } from "~/domain/reporting/fold-sales";
import type { Queryable } from "./open";
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

type Range = { readonly from: Instant; readonly to: Instant };

async function rangesFor(q: Queryable, brandId: BrandId, now: Instant): Promise<readonly Range[]> {
  const { events } = await q
    .selectFrom("processed")
    .select((eb) => eb.fn.countAll<number>().as("events"))
    .where("brand_id", "=", brandId)
    .executeTakeFirstOrThrow();
  if (Number(events) <= RECOUNT_ALL_UP_TO) return [{ from: Number.MIN_SAFE_INTEGER as Instant, to: Number.MAX_SAFE_INTEGER as Instant }];
  const windowStart = bucketOf((now - WINDOW_MS) as Instant);
  const daysBack = 1 + (Math.floor(now / HOUR_MS) % OLDER_DAYS);
  const older = (windowStart - daysBack * DAY_MS) as Instant;
  return [
    { from: windowStart, to: Number.MAX_SAFE_INTEGER as Instant },
    { from: older, to: (older + DAY_MS) as Instant },
  ];
}

const PAGE = 500;

async function driftBetween(q: Queryable, brandId: BrandId, range: Range): Promise<readonly string[]> {
  const sums: SalesSums = new Map();
  let after: { readonly occurredAt: Instant; readonly id: string } | null = null;
  for (;;) {
    const events = await listProcessedBetween(q, { consumer: "projections.fold", brandId, ...range, after, limit: PAGE });
    for (const event of events) addInto(sums, salesDeltas(event));
    const last = events.at(-1);
    if (last === undefined || events.length < PAGE) break;
    after = { occurredAt: last.occurredAt, id: last.id };
  }
  const stored = (await listSalesRollups(q, brandId)).filter((row) => row.bucket >= range.from && row.bucket < range.to);
  const diff = diffRollups(stored, [...sums.values()]);
  return [...diff.changes.map((row) => nameRow(row, "differs")), ...diff.strangers.map((row) => nameRow(row, "has no event"))];
}

function nameRow(row: Pick<SalesDelta, "brandId" | "productId" | "bucket">, what: string): string {
  return `${row.brandId} ${row.productId ?? "all products"} ${toIso(row.bucket)} ${what}`;
}
