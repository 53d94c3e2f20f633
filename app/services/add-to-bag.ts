import { MOST_LINES, MOST_PER_LINE } from "~/domain/checkout/bag";
import type { BagId, TouchId, VariantId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import {
  type BagKey,
  claimBag,
  findBag,
  findOffers,
  findVariantBrand,
  insertBag,
  listBagLines,
  putBagLine,
  tieTouches,
  touchBag,
} from "~db/queries/bags";
import { type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type AddToBag = {
  readonly bag: BagKey;
  readonly variantId: VariantId;
  /** Added to what lies in the bag already. */
  readonly quantity: number;
  /** Of this visit, by their signature: they count for what is bought from this bag. */
  readonly touchIds: readonly TouchId[];
};

export type AddToBagRefusal =
  | { readonly kind: "not_for_sale" | "sold_out" }
  /** `available` counts what lies in the bag already. */
  | { readonly kind: "short"; readonly available: number }
  | { readonly kind: "too_many"; readonly most: number }
  | { readonly kind: "bag_full"; readonly most: number };

/** What became of the bag. `token` is the secret of a bag made just now, for the browser's cookie. */
export type AddedToBag = { readonly bagId: BagId; readonly token: string | null; readonly units: number };

/** Puts a variant into the bag at its present price. The first time makes the bag; a guest's becomes the person's who signed in. */
export function addToBag(deps: Deps, input: AddToBag): Promise<Outcome<AddedToBag, AddToBagRefusal>> {
  return transact(deps.db, async (tx) => {
    const offer = (await findOffers(tx, [input.variantId])).get(input.variantId);
    const brandId = await findVariantBrand(tx, input.variantId);
    if (offer === undefined || brandId === undefined) return refused({ kind: "not_for_sale" });
    const found = await findBag(tx, input.bag);
    const lines = found === undefined ? [] : await listBagLines(tx, found.bagId);
    const before = lines.find(({ variantId }) => variantId === input.variantId)?.quantity ?? 0;
    const quantity = before + input.quantity;
    const refusal = whyNot({ quantity, available: offer.available, isNew: before === 0, lines: lines.length });
    if (refusal !== null) return refused(refusal);
    const bag = found === undefined ? await makeBag(deps, tx, input.bag) : { bagId: found.bagId, token: null };
    const now = deps.clock.now();
    if (input.bag.personId !== null && found?.personId === null) await claimBag(tx, { ...bag, personId: input.bag.personId, now });
    await putBagLine(tx, { bagId: bag.bagId, variantId: input.variantId, brandId, quantity, seenPriceMinor: offer.priceMinor, now });
    await tieTouches(tx, bag.bagId, input.touchIds);
    await touchBag(tx, { bagId: bag.bagId, now });
    return done({ ...bag, units: lines.reduce((sum, line) => sum + line.quantity, input.quantity) });
  });
}

type Wish = { readonly quantity: number; readonly available: number; readonly isNew: boolean; readonly lines: number };

function whyNot({ quantity, available, isNew, lines }: Wish): AddToBagRefusal | null {
  if (available <= 0) return { kind: "sold_out" };
  if (quantity > MOST_PER_LINE) return { kind: "too_many", most: MOST_PER_LINE };
  if (quantity > available) return { kind: "short", available };
  return isNew && lines >= MOST_LINES ? { kind: "bag_full", most: MOST_LINES } : null;
}

async function makeBag(deps: Deps, tx: Tx, key: BagKey): Promise<{ readonly bagId: BagId; readonly token: string }> {
  const bag = { bagId: deps.ids.next("bag") as BagId, token: deps.ids.secret() };
  await insertBag(tx, { ...bag, personId: key.personId, now: deps.clock.now() });
  return bag;
}
