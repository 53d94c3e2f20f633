import type { CheckoutId } from "../kernel/branded";
import type { FailReason } from "./fate";

/** Where an act of paying stands. `challenge`: lead the shopper there; `waiting`: no answer yet, ask again in a moment. */
export type PayAnswer =
  | { readonly kind: "placed"; readonly checkoutId: CheckoutId }
  | { readonly kind: "failed"; readonly checkoutId: CheckoutId; readonly reason: FailReason }
  | { readonly kind: "challenge"; readonly checkoutId: CheckoutId; readonly url: string }
  | { readonly kind: "waiting"; readonly checkoutId: CheckoutId };
