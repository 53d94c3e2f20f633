import { z } from "zod";
import { CREDIT_SCOPES } from "~/domain/attribution/candidates";
import { MODELS } from "~/domain/attribution/models";
import type { Explanation } from "~/domain/commission/decision";
import type { AffiliateId, Bps, LinkId, PostId, Ppm, ProgramId, RuleId, TouchId } from "~/domain/kernel/branded";
import { amountField, idField, instantField } from "./fields";

const share = z.int().transform((ppm) => ppm as Ppm);
const rule = z
  .strictObject({ ruleId: idField<RuleId>(), effectiveFrom: instantField, rateBps: z.int().transform((rate) => rate as Bps) })
  .nullable();

const touch = z.strictObject({
  touchId: idField<TouchId>(),
  affiliateId: idField<AffiliateId>(),
  channel: z.enum(["link", "post", "storefront", "coupon"]),
  at: instantField,
  linkId: idField<LinkId>().nullable(),
  postId: idField<PostId>().nullable(),
  pointsAt: z.enum(["product", "brand"]),
  verdict: z.enum([
    "candidate",
    "out_of_window",
    "beaten_by_product",
    "out_of_scope",
    "bot",
    "prefetch",
    "not_navigate",
    "duplicate",
    "self",
    "partnership",
    "banned",
  ]),
});

const credit = z.strictObject({
  touchId: idField<TouchId>(),
  affiliateId: idField<AffiliateId>(),
  ppm: share,
  atTouch: rule,
  atFreeze: rule,
  pays: z.enum(["touch", "freeze", "none"]),
  exact: z.strictObject({ numerator: z.string(), denominator: z.string() }),
  commissionMinor: amountField,
});

const explanation: z.ZodType<Explanation> = z.strictObject({
  version: z.literal(1),
  line: z.strictObject({ quantity: z.int(), grossMinor: amountField, discountMinor: amountField, baseMinor: amountField }),
  program: z.strictObject({
    programId: idField<ProgramId>(),
    model: z.enum(MODELS),
    scope: z.enum(CREDIT_SCOPES),
    windowDays: z.int(),
  }),
  frozenAt: instantField,
  placedAt: instantField,
  touches: z.array(touch).readonly(),
  credits: z.array(credit).readonly(),
  totalMinor: amountField,
});

/** Reads what a decision was made from. Errors: the stored text is no explanation. */
export function readExplanation(text: string): Explanation {
  return explanation.parse(JSON.parse(text));
}
