/** A primitive that carries its meaning in the type; minted once, where it is parsed. */
export type Branded<Primitive, Name extends string> = Primitive & { readonly [brand]: Name };
declare const brand: unique symbol;

export type PersonId = Branded<string, "PersonId">;
export type BrandId = Branded<string, "BrandId">;
export type ProgramId = Branded<string, "ProgramId">;
export type PartnershipId = Branded<string, "PartnershipId">;
export type AffiliateId = Branded<string, "AffiliateId">;
export type ProductId = Branded<string, "ProductId">;
export type VariantId = Branded<string, "VariantId">;
export type EventId = Branded<string, "EventId">;
export type ImportId = Branded<string, "ImportId">;
export type PostId = Branded<string, "PostId">;
export type TagId = Branded<string, "TagId">;
export type LinkId = Branded<string, "LinkId">;
export type TouchId = Branded<string, "TouchId">;
/** A browser that agreed to be recognised; first-party and random. */
export type VisitorId = Branded<string, "VisitorId">;
/** Interactions that were committed together and are folded together. */
export type InteractionBatchId = Branded<string, "InteractionBatchId">;
export type BagId = Branded<string, "BagId">;
export type CheckoutId = Branded<string, "CheckoutId">;
export type OrderId = Branded<string, "OrderId">;
export type OrderLineId = Branded<string, "OrderLineId">;
/** Also the provider's idempotency key of everything that concerns this payment. */
export type PaymentId = Branded<string, "PaymentId">;
/** A card the shopper chose to keep with the provider. */
export type SavedCardId = Branded<string, "SavedCardId">;
export type RuleId = Branded<string, "RuleId">;
export type DecisionId = Branded<string, "DecisionId">;
export type CommissionId = Branded<string, "CommissionId">;
export type LedgerEntryId = Branded<string, "LedgerEntryId">;
/** The token under which one worker holds a batch of outbox rows until its lease ends. */
export type BatchId = Branded<string, "BatchId">;

/** An instant: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = Branded<number, "Instant">;
/** A calendar day `YYYY-MM-DD` in a zone that the context names. */
export type LocalDay = Branded<string, "LocalDay">;
/** An IANA time zone name that this runtime knows. */
export type Zone = Branded<string, "Zone">;

/** A rate in hundredths of a percent: 1 000 = 10 %. */
export type Bps = Branded<number, "Bps">;
/** A share in parts per million. */
export type Ppm = Branded<number, "Ppm">;
