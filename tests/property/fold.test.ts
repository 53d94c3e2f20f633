import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DomainEvent, NewEvent } from "~/domain/events/event";
import type { BrandId, EventId, Instant } from "~/domain/kernel/branded";
import { mergeDeltas, rollupKey, type SalesDelta, salesDeltas } from "~/domain/reporting/fold-sales";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { rebuildProjections } from "~/services/rebuild-projections";
import { listSalesRollups } from "~db/queries/sales-rollups";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand, record, refundOf, saleOf } from "~tests/support/samples";

const BRAND = "brd" as BrandId;
const PURE_CASES = 20_000;
const DATABASE_CASES = 25;

const line = fc.record({
  product: fc.constantFrom("a", "b", "c"),
  quantity: fc.integer({ min: 1, max: 1_000 }),
  amount: fc.integer({ min: 0, max: 10_000_000 }),
  opensProduct: fc.boolean(),
});
const at = fc.integer({ min: -3_000_000, max: 3_000_000 }).map((ms) => ms as Instant);
const event = fc.record({ refund: fc.boolean(), opensOrder: fc.boolean(), at, lines: fc.array(line, { maxLength: 4 }) });
type Sketch = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

function eventOf(brandId: BrandId, sketch: Sketch, index: number): NewEvent {
  return sketch.refund
    ? refundOf(brandId, `C${index}`, sketch)
    : saleOf(brandId, String(index), { at: sketch.at, opensOrder: sketch.opensOrder, lines: sketch.lines });
}

function asStored(brandId: BrandId, sketch: Sketch, index: number): DomainEvent {
  return { ...eventOf(brandId, sketch, index), id: `evt_${index}` as EventId, recordedAt: 0 as Instant } as DomainEvent;
}

/** The same sums by another road: one pass over plain rows per key, no deltas, no merging. */
function recount(brandId: BrandId, sketches: readonly Sketch[]): ReadonlyMap<string, readonly number[]> {
  const rows = sketches.flatMap((sketch) => {
    const bucket = sketch.at - (((sketch.at % 900_000) + 900_000) % 900_000);
    const opening = sketch.refund ? [] : [{ key: `${brandId}|${bucket}|`, sums: [sketch.opensOrder ? 1 : 0, 0, 0, 0, 0] }];
    const lines = sketch.lines.flatMap((one) => {
      const own = sketch.refund ? [0, 0, 0, 0, one.amount] : [0, one.quantity, one.amount, 0, 0];
      const ofProduct = sketch.refund || !one.opensProduct ? own : [1, ...own.slice(1)];
      return [
        { key: `${brandId}|${bucket}|`, sums: own },
        { key: `${brandId}|${bucket}|${one.product}`, sums: ofProduct },
      ];
    });
    return [...opening, ...lines];
  });
  const totals = new Map<string, number[]>();
  for (const { key, sums } of rows)
    totals.set(
      key,
      (totals.get(key) ?? [0, 0, 0, 0, 0]).map((sum, index) => sum + (sums[index] ?? 0)),
    );
  return totals;
}

function asMap(deltas: readonly SalesDelta[]): ReadonlyMap<string, readonly number[]> {
  return new Map(deltas.map((row) => [rollupKey(row), [row.orders, row.units, row.grossMinor, row.discountMinor, row.refundMinor]]));
}

describe("folding", () => {
  it("gives the recount for any order and any grouping of any events", () => {
    const plan = fc.array(event, { maxLength: 12 }).chain((sketches) =>
      fc.record({
        sketches: fc.constant(sketches),
        order: fc.shuffledSubarray([...sketches.keys()], { minLength: sketches.length }),
        cut: fc.integer({ min: 1, max: 12 }),
      }),
    );
    fc.assert(
      fc.property(plan, ({ sketches, order, cut }) => {
        const deltas = order.map((index) => salesDeltas(asStored(BRAND, sketches[index] as Sketch, index)));
        const groups = Array.from({ length: Math.ceil(deltas.length / cut) }, (_, group) =>
          mergeDeltas(deltas.slice(group * cut, group * cut + cut).flat()),
        );
        expect(asMap(mergeDeltas(groups.flat()))).toEqual(recount(BRAND, sketches));
      }),
      { numRuns: PURE_CASES },
    );
  });
});

onEachDatabase((open) => {
  it("gives the recount through the database for any batching, order and repeated delivery, and a rebuild agrees", async () => {
    const world = await open();
    let round = 0;
    const plan = fc.record({
      sketches: fc.array(event, { minLength: 1, maxLength: 30 }),
      batchSize: fc.integer({ min: 1, max: 9 }),
      again: fc.array(fc.nat({ max: 29 }), { maxLength: 10 }),
      seed: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ sketches, batchSize, again, seed }) => {
        const brandId = await addBrand(world, `brand-${round++}`);
        const shuffled = fc.sample(fc.shuffledSubarray(sketches, { minLength: sketches.length }), { numRuns: 1, seed })[0] ?? [];
        const ids = await record(
          world,
          shuffled.map((sketch, index) => eventOf(brandId, sketch, index)),
        );
        const fold = async (): Promise<void> => {
          for (;;) {
            const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize, batchesAhead: 8 });
            if (claimed === null) return;
            await foldEvents(world.deps, { batchId: claimed.batchId });
          }
        };
        await fold();
        const repeated = [...new Set(again.flatMap((index) => ids[index] ?? []))];
        if (repeated.length > 0) {
          await world.db.query
            .insertInto("outbox")
            .values(
              repeated.map((id) => ({
                consumer: "projections.fold",
                event_id: id,
                brand_id: brandId,
                recorded_at: 0,
                state: "waiting",
                available_at: 0,
              })),
            )
            .execute();
        }
        await fold();
        expect(asMap(await listSalesRollups(world.db.query, brandId))).toEqual(recount(brandId, sketches));
        expect((await rebuildProjections(world.deps, { brandId })).corrected).toBe(0);
      }),
      { numRuns: DATABASE_CASES },
    );
  });
});
