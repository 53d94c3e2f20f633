import type { Choice } from "~/domain/catalog/choose-variant";
import type { CatalogProduct } from "~/domain/catalog/product";
import type { Shop } from "~/domain/catalog/shop";
import type { DeliveryDates } from "~/domain/checkout/delivery";
import type { Minor } from "~/domain/kernel/money";
import type { Post } from "~/domain/posts/post";

/** A product as page and sheet show it. */
export type ProductFacts = {
  readonly shop: Shop;
  readonly product: CatalogProduct;
  readonly choice: Choice;
  readonly delivery: ProductDelivery | null;
  readonly posts: readonly Post[];
  readonly seenIn: number;
  /** The tag that led here. Further addresses of the page name it by `at`: a second tap it is not. */
  readonly tag: string | null;
  /** It was put into the bag just before. */
  readonly added: boolean;
};

export type ProductDelivery = {
  readonly carrier: string;
  readonly country: string;
  readonly amountMinor: Minor;
  readonly dates: DeliveryDates;
};

/** The address of the product with one of its variants chosen. */
export function variantPath({ shop, product, tag }: Pick<ProductFacts, "shop" | "product" | "tag">, variantId: string): string {
  const kept = tag === null ? "" : `&at=${encodeURIComponent(tag)}`;
  return `/brands/${shop.slug}/${product.handle}?variant=${variantId}${kept}`;
}

/** The pictures to show, the chosen variant's first, each once. */
export function galleryOf({
  product,
  choice,
}: Pick<ProductFacts, "product" | "choice">): readonly { readonly url: string; readonly alt: string }[] {
  const own = choice.variant.imageUrl;
  const chosen = product.images.find(({ url }) => url === own) ?? (own === null ? undefined : { url: own, alt: product.title });
  const all = chosen === undefined ? product.images : [chosen, ...product.images.filter(({ url }) => url !== chosen.url)];
  // Only pictures of this site are shown: the policy refuses others, and they would tell a stranger who looks.
  return all
    .filter(({ url }) => url.startsWith("/") && !url.startsWith("//"))
    .map(({ url, alt }) => ({ url, alt: alt === "" ? product.title : alt }));
}
