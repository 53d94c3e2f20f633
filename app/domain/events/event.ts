import type { StaffRole } from "../accounts/roles";
import type { BrandId, EventId, ImportId, Instant, PersonId, ProductId } from "../kernel/branded";
import type { Minor } from "../kernel/money";

/** What each kind of business event says. Names are past tense; amounts are in the brand's currency. */
export type EventPayloads = {
  "brand.created": { readonly slug: string };
  "staff.added": { readonly personId: PersonId; readonly role: StaffRole };
  "staff.role_changed": { readonly personId: PersonId; readonly from: StaffRole; readonly to: StaffRole };
  "staff.removed": { readonly personId: PersonId; readonly role: StaffRole };
  "catalog.import_requested": { readonly importId: ImportId };
  "catalog.imported": { readonly importId: ImportId; readonly products: number; readonly variants: number };
  "history.sale": HistorySale;
  "history.refund": HistoryRefund;
};

/** One past sale invoice, taken in from a purchase history (no payment, ledger, stock or commission). */
export type HistorySale = {
  readonly source: string;
  readonly invoice: string;
  /** False when later rows of an invoice already taken in arrive: they add lines, not an order. */
  readonly opensOrder: boolean;
  readonly customer: string | null;
  readonly country: string | null;
  readonly lines: readonly HistorySaleLine[];
};

export type HistorySaleLine = {
  readonly ordinal: number;
  readonly productId: ProductId;
  readonly code: string;
  readonly quantity: number;
  /** As written in the file, every decimal kept. */
  readonly unitPrice: string;
  /** quantity × unit price, rounded once. */
  readonly amountMinor: Minor;
  /** True on the first line of this order that names the product (counts "orders with this product"). */
  readonly opensProduct: boolean;
};

/** One past cancellation invoice: money given back, on its own day; amounts are positive. */
export type HistoryRefund = {
  readonly source: string;
  readonly invoice: string;
  readonly customer: string | null;
  readonly country: string | null;
  readonly lines: readonly HistoryRefundLine[];
};

export type HistoryRefundLine = {
  readonly ordinal: number;
  readonly productId: ProductId;
  readonly code: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amountMinor: Minor;
};

export type EventType = keyof EventPayloads;

/** A row of the append-only business log. `occurredAt` is when it happened, `recordedAt` when we learnt of it. */
export type DomainEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    readonly id: EventId;
    readonly type: T;
    readonly brandId: BrandId | null;
    readonly subjectId: string;
    readonly occurredAt: Instant;
    readonly recordedAt: Instant;
    readonly payload: EventPayloads[T];
  };
}[Type];

/** An event about to be written: the log adds id and `recordedAt`. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly brandId: BrandId | null;
    readonly subjectId: string;
    readonly occurredAt: Instant;
    readonly payload: EventPayloads[T];
  };
}[EventType];
