import { waitPath } from "~/domain/checkout/checkout-times";
import { isTooLate } from "~/domain/checkout/fate";
import type { PayAnswer } from "~/domain/checkout/pay-answer";
import type { CheckoutId } from "~/domain/kernel/branded";
import { PaymentsRefused, PaymentsUnreachable } from "~/domain/payments/payments-fault";
import type { PaymentGroup } from "~/ports/payments";
import { findCheckout, type StoredCheckout } from "~db/queries/checkouts";
import { type Answers, settleFate } from "~db/queries/fates";
import { listPaymentsOf, type Payment } from "~db/queries/payments";
import { listSellers } from "~db/queries/sellers";
import { transact } from "~db/transaction";
import type { ShopDeps } from "./deps";

/** What was heard, and where the shopper must confirm, if they must. */
type Heard = { readonly answers: Answers; readonly challengeUrl: string | null };

/** How the provider is asked. `submit`: to authorise, again if need be; `ask`: by payment id first, and to authorise what it never heard of. */
type Manner = "submit" | "ask";

/**
 * Brings a checkout that is being paid as far as it goes: asks the provider outside any transaction, then decides
 * in one. Every step may be repeated, by whoever comes next: the shopper's own request, the page they wait on, the
 * reconciler. It stands beside the use cases that share it. Errors: there is no such checkout.
 */
export async function pursueFate(deps: ShopDeps, checkoutId: CheckoutId, manner: Manner): Promise<PayAnswer> {
  const checkout = await findCheckout(deps.db.query, checkoutId);
  if (checkout === undefined) throw new Error(`There is no checkout ${checkoutId}`);
  if (checkout.state !== "paying") return answerOf(checkout, null);
  const heard = await hear(deps, checkout, manner);
  const settled = await transact(deps.db, async (tx) => {
    const result = await settleFate(tx, deps, { checkoutId, heard: heard.answers });
    deps.faults.reach("fate.before_commit");
    return result;
  });
  deps.faults.reach("fate.after_commit");
  return answerOf(settled, heard.challengeUrl);
}

const NOTHING: Heard = { answers: { kind: "heard", answers: [] }, challengeUrl: null };

async function hear(deps: ShopDeps, checkout: StoredCheckout, manner: Manner): Promise<Heard> {
  if (checkout.paidAt === null || isTooLate(checkout.paidAt, deps.clock.now())) return NOTHING;
  const payments = (await listPaymentsOf(deps.db.query, checkout.checkoutId)).filter(({ amountMinor }) => amountMinor > 0);
  if (payments.length === 0) return NOTHING;
  try {
    return (manner === "ask" ? await askEach(deps, payments) : null) ?? (await authorise(deps, checkout, payments));
  } catch (error) {
    if (error instanceof PaymentsRefused) {
      deps.log.error("the payment provider refused a checkout", error, { checkout: checkout.checkoutId });
      return { answers: { kind: "refused" }, challengeUrl: null };
    }
    if (!(error instanceof PaymentsUnreachable)) throw error;
    deps.log.warn("the payment provider does not answer", { checkout: checkout.checkoutId });
    return NOTHING;
  }
}

/** `null` when there is a payment the provider never heard of. */
async function askEach({ payments: provider }: ShopDeps, payments: readonly Payment[]): Promise<Heard | null> {
  const found = await Promise.all(payments.map(({ paymentId }) => provider.find(paymentId)));
  const answers = found.filter((each) => each !== null);
  return answers.length < payments.length ? null : { answers: { kind: "heard", answers }, challengeUrl: null };
}

async function authorise(deps: ShopDeps, checkout: StoredCheckout, payments: readonly Payment[]): Promise<Heard> {
  const group = await groupOf(deps, checkout, payments);
  deps.faults.reach("authorise.sent");
  const { payments: answers, challengeUrl } = await deps.payments.authorise(group);
  deps.faults.reach("authorise.answered");
  return { answers: { kind: "heard", answers }, challengeUrl };
}

/** Banks show names no longer than this. */
const LONGEST_STATEMENT_NAME = 60;

async function groupOf(deps: ShopDeps, checkout: StoredCheckout, payments: readonly Payment[]): Promise<PaymentGroup> {
  const sellers = await listSellers(
    deps.db.query,
    payments.map(({ brandId }) => brandId),
  );
  const names = new Map(sellers.map(({ brandId, name }) => [brandId, name.slice(0, LONGEST_STATEMENT_NAME)]));
  return {
    groupId: checkout.checkoutId,
    source: checkout.cardToken === null ? { entryId: checkout.cardEntryId ?? "" } : { token: checkout.cardToken },
    returnUrl: `${deps.publicOrigin}${waitPath(checkout.checkoutId)}`,
    payments: payments.map(({ paymentId, amountMinor, currency, brandId }) => ({
      paymentId,
      amountMinor,
      currency,
      statementName: names.get(brandId) ?? "",
    })),
  };
}

function answerOf({ checkoutId, state, failure }: StoredCheckout, challengeUrl: string | null): PayAnswer {
  if (state === "placed") return { kind: "placed", checkoutId };
  if (state === "failed") return { kind: "failed", checkoutId, reason: failure ?? "declined" };
  return challengeUrl === null ? { kind: "waiting", checkoutId } : { kind: "challenge", checkoutId, url: challengeUrl };
}
