import { type Decimal, parseDecimal } from "../kernel/money";
import { parseDay } from "../kernel/zones";
import type { HistoryRow } from "./history-row";

/** Why a row is no purchase. When several hold, the first of this list is told. */
export const SKIP_REASONS = ["negative_quantity", "zero_price", "malformed"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a row says once understood. Quantity is positive; price and quantity carry no sign. */
export type HistoryLine = {
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitPrice: Decimal;
  /** As written in the file, without sign and blanks. */
  readonly unitPriceText: string;
  readonly customer: string | null;
  readonly country: string | null;
};

export type ClassifiedRow =
  | { readonly kind: "sale"; readonly line: HistoryLine }
  | { readonly kind: "cancellation"; readonly line: HistoryLine }
  | { readonly kind: SkipReason };

/** Longest invoice numbers and stock codes; longer ones are a broken file. */
export const MAX_KEY = 200;
/** A line worth more (in whole currency units) is a typing error; its minor units would come near 2^53. */
const MAX_AMOUNT = 100_000_000_000n;

/**
 * A sale has an invoice that does not start with C, a quantity and a price above zero. A cancellation's
 * invoice starts with C, whatever its signs. Everything else is skipped with a reason.
 */
export function classifyRow(row: HistoryRow): ClassifiedRow {
  if (row.ragged) return { kind: "malformed" };
  const read = { quantity: parseQuantity(row.quantity), price: parseDecimal(row.unitPrice) };
  const isCancellation = invoiceOf(row).startsWith("C");
  const reason = isCancellation ? undefined : whyNoSale(read);
  if (reason !== undefined) return { kind: reason };
  const line = understand(row, read);
  if (line === undefined) return { kind: "malformed" };
  return { kind: isCancellation ? "cancellation" : "sale", line };
}

type Numbers = { readonly quantity: number | undefined; readonly price: Decimal | undefined };

/** What keeps readable numbers from being a sale; unreadable ones are left to `understand`. */
function whyNoSale({ quantity, price }: Numbers): SkipReason | undefined {
  if (quantity !== undefined && quantity < 0) return "negative_quantity";
  if (price?.digits === 0n) return "zero_price";
  return quantity === 0 || (price !== undefined && price.digits < 0n) ? "malformed" : undefined;
}

/** `YYYY-MM-DDTHH:mm:ss` when the row says it happened, on the shop's clock; `undefined` when its date cannot be read. */
export function localTimeOf(row: HistoryRow): string | undefined {
  return row.ragged ? undefined : parseLocalTime(row.date);
}

function understand(row: HistoryRow, { quantity, price }: Numbers): HistoryLine | undefined {
  if (quantity === undefined || price === undefined || localTimeOf(row) === undefined) return undefined;
  if (!isKey(invoiceOf(row)) || !isKey(row.code) || isBeyondReason(price, quantity)) return undefined;
  return {
    code: row.code,
    description: plainText(row.description),
    quantity: Math.abs(quantity),
    unitPrice: { digits: price.digits < 0n ? -price.digits : price.digits, scale: price.scale },
    unitPriceText: row.unitPrice.trim().replace(/^[+-]/, ""),
    customer: plainText(row.customer).replace(/\.0+$/, "") || null,
    country: plainText(row.country) || null,
  };
}

/** The invoice number without the blanks around it. */
export function invoiceOf(row: HistoryRow): string {
  return row.invoice.trim();
}

/** True when the text can stand as an invoice number or stock code. */
export function isKey(text: string): boolean {
  return text.trim() !== "" && text.length <= MAX_KEY && !text.includes("\0");
}

function parseQuantity(text: string): number | undefined {
  const match = /^([+-]?\d{1,12})(?:\.0{1,6})?$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) + 0;
}

function isBeyondReason(price: Decimal, quantity: number): boolean {
  const amount = (price.digits * BigInt(quantity)) / 10n ** BigInt(price.scale);
  return amount > MAX_AMOUNT || amount < -MAX_AMOUNT;
}

function parseLocalTime(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.0+)?)?$/.exec(text.trim());
  if (match === null || parseDay(match[1] ?? "") === undefined) return undefined;
  return `${match[1]}T${match[2]}:${match[3]}:${match[4] ?? "00"}`;
}

/** NUL cannot be stored by every database. */
function plainText(text: string): string {
  return text.replaceAll("\0", "").trim().slice(0, 1_000);
}
