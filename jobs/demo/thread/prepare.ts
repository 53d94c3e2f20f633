import { parseHandle } from "~/domain/accounts/handle";
import type { PersonId } from "~/domain/kernel/branded";
import { HOUR_MS, plusMs } from "~/domain/kernel/instant";
import { createLink } from "~/services/create-link";
import { createPerson } from "~/services/create-person";
import { findAffiliate } from "~/services/find-affiliate";
import { findPerson } from "~/services/find-person";
import { findProduct } from "~/services/find-product";
import { listFeed } from "~/services/list-feed";
import { publishPost } from "~/services/publish-post";
import { setConsent } from "~/services/set-consent";
import type { WorkerDeps } from "../../container";
import { SCENE_SIZE } from "../art/scene";
import { creators } from "../data/creators";
import { type DemoPost, posts } from "../data/posts";
import { products } from "../data/products";
import { pick, seeded } from "../data/seeded";
import { type DemoShopper, shoppers } from "../data/shoppers";
import type { DemoCreator } from "../data/types";
import type { DemoShop } from "../demo-shop";
import { at, type KnownLink, type KnownShopper, type Thread } from "./demo-thread";

/** The files are smaller than the sheet they are drawn on. */
const PICTURE = { width: 720, height: (720 * SCENE_SIZE.height) / SCENE_SIZE.width };

/** Links per creator; Lina has more to look at. */
const LINKS = 6;
const LINKS_OF_LINA = 24;

/** Publishes one post at its time in the past; a second time finds the first. */
export async function publishDemoPost(deps: WorkerDeps, shops: readonly DemoShop[], post: DemoPost): Promise<void> {
  const affiliateId = await findAffiliate(deps, post.creatorHandle);
  if (affiliateId === null) throw new Error(`${post.creatorHandle} is no affiliate`);
  const tags = await Promise.all(post.tags.map(({ handle, colour, x, y }) => tagOf(deps, shops, { handle, colour, x, y })));
  const published = await publishPost(at(deps, plusMs(deps.clock.now(), -post.hoursAgo * HOUR_MS)), {
    by: { affiliateId },
    caption: post.caption,
    picture: { url: post.pictureUrl, alt: post.alt, ...PICTURE },
    tags,
    idempotencyKey: post.key,
  });
  if (!published.ok) throw new Error(`${post.key}: ${published.error.kind}`);
}

type Tagged = { readonly handle: string; readonly colour: string; readonly x: number; readonly y: number };

/** The tag names the variant in the picture's colour, so that its page opens with it. */
async function tagOf(deps: WorkerDeps, shops: readonly DemoShop[], { handle, colour, x, y }: Tagged) {
  const slug = products.find((product) => product.handle === handle)?.brandSlug;
  const shop = shops.find(({ demo }) => demo.slug === slug);
  const product = shop === undefined ? undefined : await findProduct(deps, { brandId: shop.brand.brandId, handle });
  if (product === undefined) throw new Error(`${handle} is not in the catalogue`);
  const inColour = product.variants.filter((variant) => variant.optionValues.includes(colour));
  const variant = inColour.find((one) => one.onHand > one.reserved) ?? inColour[0];
  return { productId: product.productId, variantId: variant?.variantId ?? null, x, y };
}

/** Makes a creator's links to products of the brands they work with; links that stand already stay. */
export async function linkDemoCreator(deps: WorkerDeps, creator: DemoCreator): Promise<void> {
  const affiliateId = await findAffiliate(deps, creator.handle);
  if (affiliateId === null) throw new Error(`${creator.handle} is no affiliate`);
  for (const link of linksOf(creator)) {
    const created = await createLink(deps, { affiliateId, to: `/brands/${link.brandSlug}/${link.productHandle}`, slug: link.slug });
    if (!created.ok && created.error.kind !== "slug_taken") throw new Error(`${link.slug}: ${created.error.kind}`);
  }
}

type PlannedLink = Omit<KnownLink, "affiliateId">;

function linksOf(creator: DemoCreator): readonly PlannedLink[] {
  const chance = seeded(`links ${creator.handle}`);
  const own = products.filter((product) => creator.brandSlugs.includes(product.brandSlug));
  const wanted = creator.handle === creators[0]?.handle ? LINKS_OF_LINA : LINKS;
  const chosen = new Map<string, PlannedLink>();
  for (let tries = 0; chosen.size < wanted && tries < 10 * wanted; tries++) {
    const { brandSlug, handle } = pick(chance, own);
    const slug = `${creator.handle.replaceAll(".", "-")}-${handle}`.slice(0, 40).replace(/-+$/, "");
    chosen.set(slug, { slug, brandSlug, productHandle: handle });
  }
  return [...chosen.values()];
}

/** Finds or makes a shopper, who agrees to be recognised. */
async function ensureShopper(deps: WorkerDeps, shopper: DemoShopper): Promise<KnownShopper> {
  const email = shopper.key === "camille" ? "camille@vitrine.example" : `${shopper.key}@shoppers.vitrine.example`;
  const personId = (await findPerson(deps, { email }))?.personId ?? (await addPerson(deps, { email, name: shopper.name }));
  const visitorId = await setConsent(deps, { agrees: true, visitorId: null, personId, touchIds: [] });
  if (visitorId === null) throw new Error(`${email} became no visitor`);
  return { shopper, personId, visitorId };
}

async function addPerson(deps: WorkerDeps, person: { readonly email: string; readonly name: string }): Promise<PersonId> {
  const created = await createPerson(deps, { ...person, password: deps.ids.secret(), verified: true });
  if (!created.ok) throw new Error(`${person.email}: ${created.error.kind}`);
  return created.value.personId;
}

/** Everything that can be tapped and everybody who buys, as it stands now. */
export async function readThread(deps: WorkerDeps): Promise<Thread> {
  const known: KnownShopper[] = [];
  for (const shopper of shoppers) known.push(await ensureShopper(deps, shopper));
  const links: KnownLink[] = [];
  for (const creator of creators) {
    const handle = parseHandle(creator.handle);
    const affiliateId = handle === undefined ? null : await findAffiliate(deps, handle);
    if (affiliateId !== null) links.push(...linksOf(creator).map((link) => ({ ...link, affiliateId })));
  }
  const feed = await listFeed(deps, { viewer: null, shown: posts.length });
  return { posts: feed.posts, links, shoppers: known };
}
