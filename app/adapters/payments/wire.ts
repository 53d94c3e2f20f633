import { z } from "zod";

/** What travels between the sandbox provider and its client: JSON, amounts in minor units, instants in epoch milliseconds. */

/** Bounded, so that nothing unbounded is stored or written into a log; long enough for two of our own joined. */
const id = z.string().regex(/^[\w-]{1,120}$/, { error: "must be 1 to 120 letters, digits, _ or -" });
/** Beyond any order; far below 2^53, so that sums of a batch stay exact. */
const amount = z.int().min(0).max(999_999_999_999);
const positive = amount.min(1);
const currency = z.string().regex(/^[A-Z]{3}$/, { error: "must be an ISO 4217 code" });

/** 50 payments are 50 brands in one bag. */
const MOST_PAYMENTS = 50;

export const openEntryBody = z.strictObject({ entryKey: id, customer: id.nullable() });
export const saveCardBody = z.strictObject({ entryId: id, customer: id });
export const captureBody = z.strictObject({ amountMinor: positive });
export const refundBody = z.strictObject({ refundId: id, amountMinor: positive });
export const groupBody = z
  .strictObject({
    groupId: id,
    source: z.union([z.strictObject({ entryId: id }), z.strictObject({ token: id })]),
    returnUrl: z.string().max(2_000),
    payments: z
      .array(z.strictObject({ paymentId: id, amountMinor: positive, currency, statementName: z.string().max(60) }))
      .min(1)
      .max(MOST_PAYMENTS),
  })
  .refine(({ payments }) => new Set(payments.map(({ paymentId }) => paymentId)).size === payments.length, {
    error: "names a payment twice",
    path: ["payments"],
  });
export type GroupBody = z.infer<typeof groupBody>;

/** Identifiers in addresses. */
export const pathId = id;

const card = z.object({ brand: z.string(), last4: z.string(), expires: z.string(), fingerprint: z.string() });
export type WireCard = z.infer<typeof card>;

const DECLINE_REASONS = [
  "declined",
  "insufficient_funds",
  "lost_card",
  "stolen_card",
  "expired_card",
  "incorrect_cvc",
  "processing_error",
  "fraudulent",
  "authentication_failed",
  "card_unavailable",
] as const;

export const paymentAnswer = z.object({
  paymentId: z.string(),
  state: z.enum(["action_required", "authorised", "declined", "canceled", "captured"]),
  declineReason: z.enum(DECLINE_REASONS).nullable(),
  currency: z.string().nullable(),
  amountMinor: z.int(),
  capturedMinor: z.int(),
  refundedMinor: z.int(),
  refunds: z.array(z.object({ refundId: z.string(), amountMinor: z.int(), state: z.enum(["pending", "succeeded", "failed"]) })),
  dispute: z
    .object({
      reason: z.enum(["fraudulent", "product_not_received"]),
      state: z.enum(["opened", "won", "lost"]),
      amountMinor: z.int(),
    })
    .nullable(),
  card: card.nullable(),
  changedAt: z.int(),
});
export type WirePayment = z.infer<typeof paymentAnswer>;

export const entryAnswer = z.object({ entryId: z.string(), frameUrl: z.string() });
export const typedAnswer = z.object({ card: card.nullable() });
export const tokenAnswer = z.object({ token: z.string() });
export const groupAnswer = z.object({ challengeUrl: z.string().nullable(), payments: z.array(paymentAnswer) });
export const changesAnswer = z.object({ payments: z.array(paymentAnswer), cursor: z.string().nullable() });
export const settlementsAnswer = z.object({
  settlements: z.array(
    z.object({ settlementId: z.string(), currency: z.string(), grossMinor: z.int(), costMinor: z.int(), settledAt: z.int() }),
  ),
  cursor: z.string().nullable(),
});
export type WireSettlement = z.infer<typeof settlementsAnswer>["settlements"][number];

export const refusalAnswer = z.object({
  error: z.enum(["bad_request", "unauthorised", "not_found", "conflict", "too_much"]),
  message: z.string(),
});
export type WireRefusal = z.infer<typeof refusalAnswer>;

export const webhookBody = z.object({ type: z.literal("payment.changed"), paymentId: z.string() });
