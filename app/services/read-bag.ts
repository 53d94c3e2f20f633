import { type Bag, bagOf, EMPTY_BAG } from "~/domain/checkout/bag";
import { type BagKey, findBag, listBagLines } from "~db/queries/bags";
import type { Deps } from "./deps";

/** The shopper's bag with the present prices and stock; what has changed since they agreed stands at each line. */
export async function readBag(deps: Pick<Deps, "db">, key: BagKey): Promise<Bag> {
  const bag = await findBag(deps.db.query, key);
  return bag === undefined ? EMPTY_BAG : bagOf(bag.bagId, await listBagLines(deps.db.query, bag.bagId));
}
