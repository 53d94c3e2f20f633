import { parseEmail } from "~/domain/accounts/email";
import { type AddressField, type AddressProblem, parseAddress } from "~/domain/checkout/address";
import { isIdle } from "~/domain/checkout/checkout-times";
import type { BrandId, CheckoutId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Shopper } from "~/domain/orders/order";
import { type CheckoutAnswers, findCheckout, isOwn, listCheckoutLines, type StoredCheckout, writeAnswers } from "~db/queries/checkouts";
import { brandsOf } from "~db/queries/priced-checkouts";
import { listShippingOptions } from "~db/queries/shipping";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

/** One step of the checkout as the shopper filled it in. */
export type CheckoutChange =
  | { readonly kind: "contact"; readonly email: string }
  | { readonly kind: "address"; readonly address: Readonly<Partial<Record<AddressField, string>>> }
  | { readonly kind: "shipping"; readonly brandId: BrandId; readonly optionId: string };

/** `closed`: it is being paid, decided or expired. `not_shipped`: these brands do not ship there. */
export type ChangeCheckoutRefusal =
  | { readonly kind: "not_found" | "closed" | "bad_email" | "unknown_option" }
  | { readonly kind: "bad_address"; readonly problems: readonly AddressProblem[] }
  | { readonly kind: "not_shipped"; readonly brandIds: readonly BrandId[] };

/** Takes down who buys, where the parcel goes, or how it is shipped. */
export function changeCheckout(
  deps: Deps,
  input: { readonly checkoutId: CheckoutId; readonly by: Shopper; readonly change: CheckoutChange },
): Promise<Outcome<undefined, ChangeCheckoutRefusal>> {
  return transact(deps.db, async (tx) => {
    const checkout = await findCheckout(tx, input.checkoutId);
    if (checkout === undefined || !isOwn(checkout, input.by)) return refused({ kind: "not_found" });
    const now = deps.clock.now();
    if (checkout.state !== "open" || isIdle(checkout, now)) return refused({ kind: "closed" });
    const said = await readAnswer(tx, checkout, input.change);
    if (!said.ok) return said;
    const written = await writeAnswers(tx, { checkoutId: checkout.checkoutId, now }, said.value);
    return written ? done(undefined) : refused({ kind: "closed" });
  });
}

function readAnswer(tx: Tx, checkout: StoredCheckout, change: CheckoutChange): Promise<Outcome<CheckoutAnswers, ChangeCheckoutRefusal>> {
  switch (change.kind) {
    case "contact":
      return Promise.resolve(readContact(change.email));
    case "address":
      return readWhere(tx, checkout, change.address);
    case "shipping":
      return readShipping(tx, checkout, change);
  }
}

function readContact(typed: string): Outcome<CheckoutAnswers, ChangeCheckoutRefusal> {
  const email = parseEmail(typed);
  return email === undefined ? refused({ kind: "bad_email" }) : done({ email });
}

async function readWhere(
  tx: Tx,
  { checkoutId }: StoredCheckout,
  typed: Readonly<Partial<Record<AddressField, string>>>,
): Promise<Outcome<CheckoutAnswers, ChangeCheckoutRefusal>> {
  const address = parseAddress(typed);
  if (!address.ok) return address;
  const brandIds = brandsOf(await listCheckoutLines(tx, checkoutId));
  const shipped = brandsOf(await listShippingOptions(tx, { brandIds, country: address.value.country }));
  const not = brandIds.filter((brandId) => !shipped.includes(brandId));
  return not.length === 0 ? done({ address: address.value }) : refused({ kind: "not_shipped", brandIds: not });
}

async function readShipping(
  tx: Tx,
  { address, shipping }: StoredCheckout,
  { brandId, optionId }: { readonly brandId: BrandId; readonly optionId: string },
): Promise<Outcome<CheckoutAnswers, ChangeCheckoutRefusal>> {
  const options = address === null ? [] : await listShippingOptions(tx, { brandIds: [brandId], country: address.country });
  if (!options.some((option) => option.optionId === optionId)) return refused({ kind: "unknown_option" });
  return done({ shipping: { ...shipping, [brandId]: optionId } });
}
