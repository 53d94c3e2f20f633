import { z } from "zod";
import type {
  AffiliateId,
  CommissionId,
  LinkId,
  OrderId,
  OrderLineId,
  PostId,
  Ppm,
  ProductId,
  RuleId,
  TouchId,
} from "~/domain/kernel/branded";
import { bps } from "~/domain/kernel/rates";
import { amountField, currencyField, idField, instantField } from "./fields";
import { stepFields } from "./orders";

const share = z.int().transform((ppm) => ppm as Ppm);

const creditedTouch = {
  affiliateId: idField<AffiliateId>(),
  touchId: idField<TouchId>(),
  touchedAt: instantField,
  channel: z.enum(["link", "post", "storefront", "coupon"]),
  linkId: idField<LinkId>().nullable(),
  postId: idField<PostId>().nullable(),
};

const head = { ...stepFields, orderId: idField<OrderId>(), currency: currencyField };
const line = { orderLineId: idField<OrderLineId>(), productId: idField<ProductId>() };
const figures = { units: z.int(), baseMinor: amountField, commissionMinor: amountField };

/** How decisions about commissions are read from the log. */
export const COMMISSION_PAYLOADS = {
  "program.rate_changed": z.strictObject({
    ruleId: idField<RuleId>(),
    rateBps: z.int().transform((rate) => bps(rate)),
    effectiveFrom: instantField,
  }),
  "commission.decided": z.strictObject({
    ...head,
    lines: z
      .array(
        z.strictObject({
          ...line,
          credits: z.array(z.strictObject({ ...creditedTouch, ...figures, ppm: share, orderPpm: share })).readonly(),
        }),
      )
      .readonly(),
  }),
  "commission.reversed": z.strictObject({
    ...head,
    cause: z.enum(["cancel", "refund"]),
    lines: z
      .array(
        z.strictObject({
          ...line,
          credits: z.array(z.strictObject({ ...creditedTouch, ...figures, commissionId: idField<CommissionId>().nullable() })).readonly(),
        }),
      )
      .readonly(),
  }),
};
