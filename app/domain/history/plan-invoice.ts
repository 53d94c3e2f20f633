import type { NewEvent } from "../events/event";
import type { BrandId, Instant, ProductId, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import { instant } from "../kernel/instant";
import { amountOf } from "../kernel/money";
import { toInstant } from "../kernel/zones";
import { type ClassifiedRow, classifyRow, type HistoryLine, localTimeOf } from "./classify-row";
import type { RowFate } from "./history-summary";
import type { InvoiceRows } from "./invoice-rows";

/** What an invoice left behind when some of its rows were taken in before. */
export type StoredInvoice = {
  readonly digests: ReadonlyMap<number, string>;
  /** When its event happened; `null` while none of its rows counted. */
  readonly occurredAt: Instant | null;
  readonly products: ReadonlySet<ProductId>;
};

/** A row that is new, understood. */
export type FreshRow = { readonly ordinal: number; readonly digest: string; readonly understood: ClassifiedRow };

export type InvoicePlan = {
  readonly invoice: string;
  readonly fates: readonly RowFate[];
  readonly fresh: readonly FreshRow[];
  /** Every readable `YYYY-MM-DDTHH:mm:ss` of the rows that are the invoice's, each once. */
  readonly localTimes: readonly string[];
};

/**
 * Decides what becomes of an invoice's rows. A row's identity is its ordinal within its invoice: the same
 * content there is known already, other content is a conflict and changes nothing, so what was told once stays told.
 */
export function planInvoice({ invoice, rows }: InvoiceRows, stored: StoredInvoice | undefined): InvoicePlan {
  const fates: RowFate[] = [];
  const fresh: FreshRow[] = [];
  const localTimes = new Set<string>();
  for (const { ordinal, row } of rows) {
    const known = stored?.digests.get(ordinal);
    if (known !== undefined && known !== row.digest) {
      fates.push("conflict");
      continue;
    }
    const localTime = localTimeOf(row);
    if (localTime !== undefined) localTimes.add(localTime);
    if (known !== undefined) {
      fates.push("already_imported");
      continue;
    }
    const understood = classifyRow(row);
    fates.push(understood.kind);
    fresh.push({ ordinal, digest: row.digest, understood });
  }
  return { invoice, fates, fresh, localTimes: [...localTimes] };
}

/** Every line of the plan that counts, in file order. */
export function countedLines(plan: InvoicePlan): readonly { readonly ordinal: number; readonly line: HistoryLine }[] {
  return plan.fresh.flatMap(({ ordinal, understood }) => ("line" in understood ? [{ ordinal, line: understood.line }] : []));
}

export type Shop = { readonly brandId: BrandId; readonly currency: Currency; readonly timezone: Zone; readonly source: string };

/**
 * The event that tells of the plan's new lines; `undefined` when none counts. It is dated by the invoice's
 * earliest row whose date can be read, skipped rows and rows met before included; rows that arrive after an
 * invoice was told add lines on the day first told, not an order.
 */
export function invoiceEvent(
  shop: Shop,
  plan: InvoicePlan,
  known: { readonly stored: StoredInvoice | undefined; readonly productOf: (code: string) => ProductId },
): NewEvent | undefined {
  const counted = countedLines(plan);
  const [first] = counted;
  if (first === undefined) return undefined;
  const told = known.stored?.occurredAt ?? null;
  const about = {
    brandId: shop.brandId,
    subjectId: `${shop.source}:${plan.invoice}`,
    occurredAt: told ?? earliest(plan.localTimes, shop.timezone),
  };
  const head = { source: shop.source, invoice: plan.invoice, customer: first.line.customer, country: first.line.country };
  const lines = counted.map(({ ordinal, line }) => lineOf(ordinal, line, { shop, productId: known.productOf(line.code) }));
  if (plan.fresh.some((row) => row.understood.kind === "cancellation")) {
    return { ...about, type: "history.refund", payload: { ...head, lines } };
  }
  const seen = new Set(known.stored?.products);
  const opening = lines.map((line) => {
    const opensProduct = !seen.has(line.productId);
    seen.add(line.productId);
    return { ...line, opensProduct };
  });
  return { ...about, type: "history.sale", payload: { ...head, opensOrder: told === null, lines: opening } };
}

function earliest(localTimes: readonly string[], zone: Zone): Instant {
  let first = Number.POSITIVE_INFINITY;
  for (const localTime of localTimes) first = Math.min(first, toInstant(localTime, zone));
  return instant(first);
}

function lineOf(ordinal: number, line: HistoryLine, at: { readonly shop: Shop; readonly productId: ProductId }) {
  return {
    ordinal,
    productId: at.productId,
    code: line.code,
    quantity: line.quantity,
    unitPrice: line.unitPriceText,
    amountMinor: amountOf(line.unitPrice, line.quantity, at.shop.currency),
  };
}
