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
/** The token under which one worker holds a batch of outbox rows until its lease ends. */
export type BatchId = Branded<string, "BatchId">;

/** An instant: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = Branded<number, "Instant">;
/** A calendar day `YYYY-MM-DD` in a zone that the context names. */
export type LocalDay = Branded<string, "LocalDay">;
/** An IANA time zone name that this runtime knows. */
export type Zone = Branded<string, "Zone">;
