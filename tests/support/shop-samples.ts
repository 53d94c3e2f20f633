import type { AffiliateId, BrandId, PersonId, PostId, Ppm, ProductId, TagId, VariantId } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import { insertPost, type NewPost } from "~db/queries/posts";
import { transact } from "~db/transaction";
import type { World } from "./databases";

export type SampleProduct = {
  readonly id: string;
  /** When it came into the catalogue. */
  readonly at?: number;
  readonly status?: string;
  readonly title?: string;
  readonly options?: readonly string[];
  /** One variant for each price; its option values are `values` at its place, or its position. */
  readonly prices?: readonly number[];
  readonly values?: readonly (readonly string[])[];
  readonly onHand?: number;
  readonly image?: string;
};

/** Puts a product with variants, stock and perhaps a picture into the database; its handle is its id, variants are `id-0`, `id-1` … */
export async function addProduct(world: World, brandId: BrandId, { id, ...sample }: SampleProduct): Promise<ProductId> {
  const { at = 1, status = "active", title = `Title ${id}`, prices = [1_000], onHand = 5, image, options = [], values = [] } = sample;
  const q = world.db.query;
  const texts = { handle: id, title, description: "", vendor: "", category: "", options: JSON.stringify(options) };
  await q
    .insertInto("products")
    .values({ id, brand_id: brandId, ...texts, status, created_at: at, updated_at: at })
    .execute();
  for (const [position, price] of prices.entries()) {
    const option_values = JSON.stringify(values[position] ?? [String(position)]);
    const variant = { id: `${id}-${position}`, brand_id: brandId, product_id: id, option_values, position };
    const rest = { sku: null, barcode: null, compare_at_minor: null, image_url: null };
    await q
      .insertInto("variants")
      .values({ ...variant, ...rest, price_minor: price })
      .execute();
    await q.insertInto("stock_levels").values({ variant_id: variant.id, brand_id: brandId, on_hand: onHand }).execute();
  }
  if (image !== undefined) {
    await q
      .insertInto("product_images")
      .values({ id: `${id}-i`, brand_id: brandId, product_id: id, url: image, alt: "seen", position: 0 })
      .execute();
  }
  return id as ProductId;
}

/** Puts a creator into the database whom nobody can sign in as. */
export async function addCreator(world: World, handle: string, name = handle): Promise<AffiliateId> {
  const id = world.deps.ids.next("aff") as AffiliateId;
  await world.db.query.insertInto("affiliates").values({ id, person_id: null, handle, name, created_at: world.clock.now() }).execute();
  return id;
}

/** Puts a person into the database who has no password. */
export async function addShopper(world: World, email = "camille@example.org"): Promise<PersonId> {
  const id = world.deps.ids.next("per") as PersonId;
  const stamp = new Date(world.clock.now()).toISOString();
  await world.db.query
    .insertInto("people")
    .values({ id, name: "Camille", email, email_verified: 1, image: null, locale: null, created_at: stamp, updated_at: stamp })
    .execute();
  return id;
}

/** Writes a post without going through the service: its tags hang in the middle. */
export async function addPost(
  world: World,
  id: string,
  post: {
    readonly by: NewPost["by"];
    readonly at: number;
    readonly tags?: readonly { readonly brandId: BrandId; readonly productId: ProductId; readonly variantId?: VariantId }[];
    readonly paid?: boolean;
  },
): Promise<PostId> {
  const middle = 500_000 as Ppm;
  const tags = (post.tags ?? []).map(({ brandId, productId, variantId = null }, index) => ({
    tagId: `${id}-t${index}` as TagId,
    brandId,
    productId,
    variantId,
    xPpm: middle,
    yPpm: middle,
  }));
  const picture = { url: `/demo/posts/${id}.webp`, alt: `Alt ${id}`, width: 720, height: 900 };
  const postId = id as PostId;
  const rest = { caption: `Caption ${id}`, picture, paid: post.paid ?? true, publishedAt: instant(post.at) };
  await transact(world.db, (tx) => insertPost(tx, { postId, by: post.by, tags, ...rest }));
  return postId;
}
