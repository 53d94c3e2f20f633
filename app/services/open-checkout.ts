import { bagOf } from "~/domain/checkout/bag";
import { IDLE_MS, isIdle } from "~/domain/checkout/checkout-times";
import type { BagId, CheckoutId, Instant, TouchId, VisitorId } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { type BagKey, claimBag, findBag, listBagLines, type StoredBag, tieTouches } from "~db/queries/bags";
import {
  findLastAddress,
  findNewestCheckout,
  insertCheckout,
  listCheckoutLines,
  replaceCheckoutLines,
  type StoredCheckout,
  type StoredCheckoutLine,
  writeAnswers,
} from "~db/queries/checkouts";
import { findPersonEmail } from "~db/queries/people";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type OpenCheckout = {
  readonly bag: BagKey;
  readonly currency: Currency;
  readonly visitorId: VisitorId | null;
  readonly touchIds: readonly TouchId[];
};

/** `bag_not_ready`: a line has changed, and the shopper has not agreed yet. */
export type OpenCheckoutRefusal = { readonly kind: "empty_bag" | "bag_not_ready" };

/**
 * Opens a checkout for the bag's lines of one currency, or goes on with the one that is open (then a line that is
 * new in it is frozen now) or being paid. After a failure it is a new one that inherits answers and freeze.
 */
export function openCheckout(deps: Deps, input: OpenCheckout): Promise<Outcome<{ readonly checkoutId: CheckoutId }, OpenCheckoutRefusal>> {
  return transact(deps.db, async (tx) => {
    const bag = await findBag(tx, input.bag);
    if (bag === undefined) return refused({ kind: "empty_bag" });
    const now = deps.clock.now();
    if (input.bag.personId !== null && bag.personId === null) await claimBag(tx, { bagId: bag.bagId, personId: input.bag.personId, now });
    const group = bagOf(bag.bagId, await listBagLines(tx, bag.bagId)).groups.find(({ currency }) => currency === input.currency);
    const before = await findNewestCheckout(tx, { bagId: bag.bagId, currency: input.currency });
    if (before?.state === "paying") return done({ checkoutId: before.checkoutId });
    if (group === undefined) return refused({ kind: "empty_bag" });
    if (!group.isReady) return refused({ kind: "bag_not_ready" });
    await tieTouches(tx, bag.bagId, input.touchIds);
    const wanted = group.shops.flatMap(({ lines }) => lines);
    return done(await continueOrBegin(deps, tx, { input, bag, before, wanted, now }));
  });
}

type Opening = {
  readonly input: OpenCheckout;
  readonly bag: StoredBag;
  readonly before: StoredCheckout | undefined;
  readonly wanted: readonly Omit<StoredCheckoutLine, "frozenAt">[];
  readonly now: Instant;
};

async function continueOrBegin(deps: Deps, tx: Tx, opening: Opening): Promise<{ readonly checkoutId: CheckoutId }> {
  const { before, now, wanted, input } = opening;
  const lines = before === undefined ? [] : await listCheckoutLines(tx, before.checkoutId);
  if (before?.state === "open" && !isIdle(before, now)) {
    const said = {
      ...(input.bag.personId === null ? {} : { personId: input.bag.personId }),
      ...(input.visitorId === null ? {} : { visitorId: input.visitorId }),
    };
    await writeAnswers(tx, { checkoutId: before.checkoutId, now }, said);
    await replaceCheckoutLines(tx, before.checkoutId, freeze(wanted, lines, now));
    return { checkoutId: before.checkoutId };
  }
  const retried = isRetry(before, now) ? before : null;
  const checkoutId = deps.ids.next("cho") as CheckoutId;
  const bagId: BagId = opening.bag.bagId;
  await insertCheckout(tx, { checkoutId, bagId, ...(await startingAnswers(tx, input, retried)), currency: input.currency, now });
  await replaceCheckoutLines(tx, checkoutId, freeze(wanted, retried === null ? [] : lines, now));
  return { checkoutId };
}

/** A failed checkout is tried again within the time an open one lasts; later it is another act of buying. */
function isRetry(before: StoredCheckout | undefined, now: Instant): before is StoredCheckout {
  return before?.state === "failed" && now - (before.decidedAt ?? before.seenAt) < IDLE_MS;
}

async function startingAnswers(tx: Tx, { bag, visitorId }: OpenCheckout, retried: StoredCheckout | null) {
  const personId = bag.personId;
  const email = retried?.email ?? (personId === null ? null : ((await findPersonEmail(tx, personId)) ?? null));
  const address = retried?.address ?? (personId === null ? null : ((await findLastAddress(tx, personId)) ?? null));
  return {
    personId,
    visitorId: visitorId ?? retried?.visitorId ?? null,
    inheritsFrom: retried?.checkoutId ?? null,
    email,
    address,
    shipping: retried?.shipping ?? {},
  };
}

function freeze(
  wanted: readonly Omit<StoredCheckoutLine, "frozenAt">[],
  frozen: readonly StoredCheckoutLine[],
  now: Instant,
): readonly StoredCheckoutLine[] {
  const since = new Map(frozen.map((line) => [line.variantId, line.frozenAt]));
  return wanted.map(({ variantId, brandId, quantity }) => ({ variantId, brandId, quantity, frozenAt: since.get(variantId) ?? now }));
}
