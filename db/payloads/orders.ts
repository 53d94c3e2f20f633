import { z } from "zod";
import type { CheckoutId, OrderId, OrderLineId, PaymentId, PersonId, ProductId, ProgramId, VariantId } from "~/domain/kernel/branded";
import { amountField, currencyField, idField, instantField } from "./fields";

export const stepFields = { programId: idField<ProgramId>(), programSeq: z.int().positive() };

const placedLine = z.strictObject({
  orderLineId: idField<OrderLineId>(),
  productId: idField<ProductId>(),
  variantId: idField<VariantId>(),
  quantity: z.int().positive(),
  grossMinor: amountField,
  paidMinor: amountField,
  taxMinor: amountField,
  baseMinor: amountField,
});

const lineTakenBack = z.strictObject({
  orderLineId: idField<OrderLineId>(),
  productId: idField<ProductId>(),
  quantity: z.int().positive(),
  paidBackMinor: amountField,
  taxBackMinor: amountField,
  baseBackMinor: amountField,
});

/** How what happens to orders and payments is read from the log. */
export const ORDER_PAYLOADS = {
  "checkout.failed": z.strictObject({ checkoutId: idField<CheckoutId>(), reason: z.string() }),
  "order.placed": z.strictObject({
    ...stepFields,
    checkoutId: idField<CheckoutId>(),
    personId: idField<PersonId>().nullable(),
    currency: currencyField,
    newCustomer: z.boolean(),
    shippingMinor: amountField,
    lines: z.array(placedLine).readonly(),
  }),
  "order.lines_canceled": z.strictObject({
    ...stepFields,
    currency: currencyField,
    reason: z.string(),
    lines: z.array(lineTakenBack).readonly(),
  }),
  "payment.captured": z.strictObject({
    orderId: idField<OrderId>(),
    paymentId: idField<PaymentId>(),
    currency: currencyField,
    amountMinor: amountField,
    feeMinor: amountField,
  }),
  "payment.voided": z.strictObject({ orderId: idField<OrderId>(), paymentId: idField<PaymentId>() }),
  "provider.settled": z.strictObject({
    settlementId: z.string(),
    currency: currencyField,
    grossMinor: amountField,
    costMinor: amountField,
    settledAt: instantField,
  }),
};
