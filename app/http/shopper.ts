import type { Shopper } from "~/domain/orders/order";
import { findShopper } from "~/services/find-shopper";
import { type RouteArgs, readActorOf } from "./actor";
import { bagTokenOf } from "./bag-cookie";
import { contextOf } from "./context";

/** Whose bag is asked for: this browser's, or the signed-in person's. */
export async function bagKeyOf(args: RouteArgs): Promise<{ readonly token: string | null; readonly personId: Shopper["personId"] }> {
  const actor = await readActorOf(args);
  return { token: bagTokenOf(args.request), personId: actor?.personId ?? null };
}

/** Who looks at checkouts and orders: a person, or a guest known by their bag. */
export async function shopperOf(args: RouteArgs): Promise<Shopper> {
  return findShopper(contextOf(args).deps, await bagKeyOf(args));
}
