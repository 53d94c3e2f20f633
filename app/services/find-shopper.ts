import type { Shopper } from "~/domain/orders/order";
import { type BagKey, findBag } from "~db/queries/bags";
import type { Deps } from "./deps";

/** Whoever this browser's cookies say they are: a person, a guest with a bag, or nobody yet. */
export async function findShopper(deps: Pick<Deps, "db">, key: BagKey): Promise<Shopper> {
  const bag = await findBag(deps.db.query, key);
  return { personId: key.personId, bagId: bag?.bagId ?? null };
}
