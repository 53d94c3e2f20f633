import { z } from "zod";
import { STAFF_ROLES } from "~/domain/accounts/roles";
import type { DomainEvent, EventPayloads, EventType } from "~/domain/events/event";
import type { BrandId, EventId, ImportId, Instant, PersonId, ProductId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";

/** A stored event that does not say what its type promises; trying again cannot help. */
class CorruptEventError extends Error {
  readonly unrecoverable = true;
  override readonly name = "CorruptEventError";
}

const personId = z.string().transform((text) => text as PersonId);
const productId = z.string().transform((text) => text as ProductId);
const importId = z.string().transform((text) => text as ImportId);
const amountMinor = z.int().transform((amount) => minor(amount));
const role = z.enum(STAFF_ROLES);

const historyLine = {
  ordinal: z.int().nonnegative(),
  productId,
  code: z.string(),
  quantity: z.int(),
  unitPrice: z.string(),
  amountMinor,
};
const historyHead = { source: z.string(), invoice: z.string(), customer: z.string().nullable(), country: z.string().nullable() };

/** How each event type's stored JSON is read; total, so a new type does not compile without its reader. */
const PAYLOADS: { readonly [Type in EventType]: z.ZodType<EventPayloads[Type]> } = {
  "brand.created": z.strictObject({ slug: z.string() }),
  "staff.added": z.strictObject({ personId, role }),
  "staff.role_changed": z.strictObject({ personId, from: role, to: role }),
  "staff.removed": z.strictObject({ personId, role }),
  "catalog.import_requested": z.strictObject({ importId }),
  "catalog.imported": z.strictObject({ importId, products: z.int(), variants: z.int() }),
  "history.sale": z.strictObject({
    ...historyHead,
    opensOrder: z.boolean(),
    lines: z.array(z.strictObject({ ...historyLine, opensProduct: z.boolean() })).readonly(),
  }),
  "history.refund": z.strictObject({ ...historyHead, lines: z.array(z.strictObject(historyLine)).readonly() }),
};

export type StoredEvent = {
  readonly id: string;
  readonly brand_id: string | null;
  readonly type: string;
  readonly subject_id: string;
  readonly occurred_at: number;
  readonly recorded_at: number;
  readonly payload: string;
};

/** Reads a row of the event log. Errors: CorruptEventError naming the event and what is wrong with it. */
export function readStoredEvent(row: StoredEvent): DomainEvent {
  if (!isEventType(row.type)) throw new CorruptEventError(`Event ${row.id} has the unknown type ${row.type}`);
  const payload = PAYLOADS[row.type].safeParse(jsonOf(row));
  if (!payload.success) throw new CorruptEventError(`Event ${row.id} (${row.type}): ${z.prettifyError(payload.error)}`);
  const event = {
    id: row.id as EventId,
    type: row.type,
    brandId: row.brand_id as BrandId | null,
    subjectId: row.subject_id,
    occurredAt: row.occurred_at as Instant,
    recordedAt: row.recorded_at as Instant,
    payload: payload.data,
  };
  return event as DomainEvent;
}

function isEventType(text: string): text is EventType {
  return Object.hasOwn(PAYLOADS, text);
}

function jsonOf(row: StoredEvent): unknown {
  try {
    return JSON.parse(row.payload);
  } catch (error) {
    throw new CorruptEventError(`Event ${row.id} (${row.type}) holds no JSON`, { cause: error });
  }
}
