import type { CatalogProduct } from "~/domain/catalog/product";
import type { Shop } from "~/domain/catalog/shop";
import { type DeliveryDates, deliveryDates } from "~/domain/checkout/delivery";
import type { ShippingTerms } from "~/domain/checkout/shipping-defaults";
import type { PersonId } from "~/domain/kernel/branded";
import type { Post } from "~/domain/posts/post";
import { listPostsOfProduct } from "~db/queries/posts";
import { findFirstShipping, findShop } from "~db/queries/shelves";
import { findCatalogProducts } from "~db/queries/stored-catalog";
import type { Deps } from "./deps";

/** A product as its page shows it: who sells it, what it is, when it arrives, where it was seen. */
export type ProductPage = {
  readonly shop: Shop;
  readonly product: CatalogProduct;
  /** The way it is shipped unless the shopper chooses another; `null` when the brand ships nowhere yet. */
  readonly delivery: (ShippingTerms & { readonly dates: DeliveryDates }) | null;
  readonly posts: readonly Post[];
  /** Posts that show it, on this page or not. */
  readonly seenIn: number;
};

const POSTS = 4;

/**
 * The active product of a live brand with this slug and handle; `undefined` when there is none. Delivery is told
 * for `country` where the brand ships there, else for its own.
 */
export async function readProduct(
  deps: Pick<Deps, "db" | "clock">,
  asked: { readonly slug: string; readonly handle: string; readonly country: string | null; readonly viewer: PersonId | null },
): Promise<ProductPage | undefined> {
  const { query } = deps.db;
  const shop = await findShop(query, asked.slug);
  if (shop === undefined) return undefined;
  const { brandId } = shop;
  const [product] = await findCatalogProducts(query, { brandId, handles: [asked.handle] });
  if (product === undefined || product.status !== "active" || product.variants.length === 0) return undefined;
  const shipping = await findFirstShipping(query, { brandId, countries: [asked.country ?? shop.country, shop.country] });
  const { posts, total } = await listPostsOfProduct(query, { productId: product.productId, viewer: asked.viewer, limit: POSTS });
  const delivery = shipping === undefined ? null : { ...shipping, dates: deliveryDates(deps.clock.now(), shipping, shop.timezone) };
  return { shop, product, delivery, posts, seenIn: total };
}
