import type { HistoryRefund, HistorySale, NewEvent } from "~/domain/events/event";
import type { BrandId, EventId, Instant, ProductId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { recordEvents } from "~db/queries/events";
import { transact } from "~db/transaction";
import type { World } from "./databases";

/** 2026-11-01T10:07:00Z: inside the quarter-hour that starts at 10:00. */
export const SAMPLE_TIME = 1_793_527_620_000 as Instant;

/** Puts a live brand with its event into the database, without going through the services. */
export async function addBrand(world: World, slug = "brume"): Promise<BrandId> {
  const brandId = world.deps.ids.next("brd") as BrandId;
  await transact(world.db, async (tx) => {
    await tx
      .insertInto("brands")
      .values({
        id: brandId,
        slug,
        name: slug,
        currency: "EUR",
        timezone: "Europe/Paris",
        country: "FR",
        status: "live",
        tax_inclusive: 1,
        created_at: world.clock.now(),
      })
      .execute();
    await recordEvents(tx, world.deps, [
      { type: "brand.created", brandId, subjectId: brandId, occurredAt: world.clock.now(), payload: { slug } },
    ]);
  });
  return brandId;
}

type Line = { readonly product: string; readonly quantity: number; readonly amount: number; readonly opensProduct?: boolean };

/** A past sale invoice of the brand. */
export function saleOf(
  brandId: BrandId,
  invoice: string,
  options: { at?: Instant; opensOrder?: boolean; lines: readonly Line[] },
): NewEvent {
  const payload: HistorySale = {
    source: "test",
    invoice,
    opensOrder: options.opensOrder ?? true,
    customer: null,
    country: null,
    lines: options.lines.map((line, ordinal) => ({ ...lineOf(line, ordinal), opensProduct: line.opensProduct ?? true })),
  };
  return { type: "history.sale", brandId, subjectId: invoice, occurredAt: options.at ?? SAMPLE_TIME, payload };
}

/** A past cancellation invoice of the brand. */
export function refundOf(brandId: BrandId, invoice: string, options: { at?: Instant; lines: readonly Line[] }): NewEvent {
  const payload: HistoryRefund = { source: "test", invoice, customer: null, country: null, lines: options.lines.map(lineOf) };
  return { type: "history.refund", brandId, subjectId: invoice, occurredAt: options.at ?? SAMPLE_TIME, payload };
}

function lineOf(line: Line, ordinal: number) {
  return {
    ordinal,
    productId: line.product as ProductId,
    code: line.product,
    quantity: line.quantity,
    unitPrice: "1.00",
    amountMinor: minor(line.amount),
  };
}

/** Writes events as a use case would. */
export function record(world: World, events: readonly NewEvent[]): Promise<readonly EventId[]> {
  return transact(world.db, (tx) => recordEvents(tx, world.deps, events));
}
