import { MOST_PER_LINE, type StoredBagLine } from "~/domain/checkout/bag";
import type { VariantId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { type BagKey, findBag, listBagLines, putBagLine, removeBagLine, touchBag } from "~db/queries/bags";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

/** `agree` takes the line as it is on offer now: the new price, and no more than there are. */
export type BagLineChange =
  | { readonly kind: "quantity"; readonly quantity: number }
  | { readonly kind: "remove" }
  | { readonly kind: "agree" };

export type ChangeBagLineRefusal =
  | { readonly kind: "not_in_bag" | "not_for_sale" }
  | { readonly kind: "short"; readonly available: number }
  | { readonly kind: "too_many"; readonly most: number };

/** Changes one line of the bag. A quantity of 0 takes it out, as does agreeing to what is sold out. */
export function changeBagLine(
  deps: Deps,
  input: { readonly bag: BagKey; readonly variantId: VariantId; readonly change: BagLineChange },
): Promise<Outcome<{ readonly removed: boolean }, ChangeBagLineRefusal>> {
  return transact(deps.db, async (tx) => {
    const bag = await findBag(tx, input.bag);
    const lines = bag === undefined ? [] : await listBagLines(tx, bag.bagId);
    const line = lines.find(({ variantId }) => variantId === input.variantId);
    if (bag === undefined || line === undefined) return refused({ kind: "not_in_bag" });
    const wanted = wantedLine(line, input.change);
    if (!wanted.ok) return wanted;
    const [{ bagId }, now] = [bag, deps.clock.now()];
    const { variantId, brandId } = line;
    if (wanted.value === null) await removeBagLine(tx, { bagId, variantId });
    else await putBagLine(tx, { bagId, variantId, brandId, ...wanted.value, now });
    await touchBag(tx, { bagId, now });
    return done({ removed: wanted.value === null });
  });
}

type Wanted = Pick<StoredBagLine, "quantity" | "seenPriceMinor">;

/** The line as it shall be; `null` = out of the bag. */
function wantedLine(line: StoredBagLine, change: BagLineChange): Outcome<Wanted | null, ChangeBagLineRefusal> {
  if (change.kind === "remove" || (change.kind === "quantity" && change.quantity === 0)) return done(null);
  if (change.kind === "agree") return done(agreed(line));
  if (line.offer === null) return refused({ kind: "not_for_sale" });
  if (change.quantity > MOST_PER_LINE) return refused({ kind: "too_many", most: MOST_PER_LINE });
  // Fewer than before is always fine, even when there are not that many left: agreeing settles the rest.
  if (change.quantity > Math.max(line.offer.available, line.quantity)) return refused({ kind: "short", available: line.offer.available });
  return done({ quantity: change.quantity, seenPriceMinor: line.seenPriceMinor });
}

function agreed({ quantity, offer }: StoredBagLine): Wanted | null {
  if (offer === null || offer.available <= 0) return null;
  return { quantity: Math.min(quantity, offer.available), seenPriceMinor: offer.priceMinor };
}
