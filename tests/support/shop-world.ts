import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { betterAuthAccounts } from "~/adapters/auth/better-auth-accounts";
import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { systemClock } from "~/adapters/clock/system-clock";
import { noFaults } from "~/adapters/faults/kill-faults";
import { formats } from "~/adapters/formats/formats";
import { randomIds } from "~/adapters/ids/random-ids";
import type { AffiliateId, BrandId, Instant, PersonId } from "~/domain/kernel/branded";
import { HOUR_MS } from "~/domain/kernel/instant";
import { createBrand } from "~/services/create-brand";
import { createPerson } from "~/services/create-person";
import type { Deps } from "~/services/deps";
import { grantAffiliate } from "~/services/grant-affiliate";
import { importCatalog } from "~/services/import-catalog";
import { publishPost } from "~/services/publish-post";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { startPartnership } from "~/services/start-partnership";
import { migrate } from "~db/migrate";
import { openDatabase } from "~db/open";
import { findCatalogProducts } from "~db/queries/stored-catalog";
import { brands } from "~jobs/demo/data/brands";
import { creators } from "~jobs/demo/data/creators";
import { posts } from "~jobs/demo/data/posts";
import { getProduct, products } from "~jobs/demo/data/products";
import { shopFile } from "~jobs/demo/shop-file";
import { type Home, makeHome, type RunningProcess, startProcess } from "./app";
import { startProvider } from "./payments-provider";

/** Few enough to be there at once, of two currencies and both ways to write a price. */
const SLUGS: readonly string[] = ["brume", "seve", "lueur", "marlowe"];
const POSTS = 16;
const PASSWORD = "correct horse battery 9";
const SECRET = "s".repeat(40);

/** A running shop with brands, pictures and posts of the demo, a shopper called Camille, and its payment provider. */
export type ShopWorld = {
  readonly home: Home;
  /** Camille's session, as a browser keeps it. */
  readonly session: { readonly name: string; readonly value: string; readonly url: string };
  readonly stop: () => Promise<void>;
};

/** Starts it: web, worker and provider; no demo, so that nothing moves by itself. */
export async function openShopWorld(): Promise<ShopWorld> {
  const home = await makeHome({ AUTH_SECRET: SECRET });
  mkdirSync(home.dataDir, { recursive: true });
  const cookie = await fill(home);
  const provider = await startProvider({ appOrigin: home.origin, webhookUrl: `${home.origin}/webhooks/payments` });
  const env = { PROVIDER_URL: provider.url, PROVIDER_PUBLIC_ORIGIN: provider.url, PROVIDER_SECRET: provider.secret };
  const processes = await Promise.all([startProcess("web", home, env), startProcess("worker", home, env)]);
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  return { home, session: { name, value, url: home.origin }, stop: () => stopAll(home, [...processes, provider]) };
}

async function stopAll(home: Home, running: readonly Pick<RunningProcess, "stop">[]): Promise<void> {
  await Promise.all(running.map((one) => one.stop()));
  home.remove();
}

/** Fills the database through the services; returns the cookie of Camille's session. */
async function fill(home: Home): Promise<string> {
  const db = openDatabase({ file: join(home.dataDir, "vitrine.db") });
  await migrate(db);
  const clock = systemClock();
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ids = randomIds();
  const deps: Deps = { db, clock, ids, log, faults: noFaults(), formats };
  const brandIds = await addShops(deps);
  const affiliates = await addCreators(deps, brandIds);
  await addPosts(deps, { brandIds, affiliates });
  const personId = await addPerson(deps, { email: "camille@example.org", name: "Camille Roussel" });
  const accounts = betterAuthAccounts({ db, ids, secret: SECRET, publicOrigin: home.origin });
  const [cookie = ""] = await accounts.openSession({ personId, caller: { address: "192.0.2.7", userAgent: "" } });
  await db.close();
  return cookie.split(";")[0] ?? "";
}

type BrandIds = ReadonlyMap<string, BrandId>;

async function addShops(deps: Deps): Promise<BrandIds> {
  const made = new Map<string, BrandId>();
  for (const demo of brands.filter(({ slug }) => SLUGS.includes(slug))) {
    const brand = await createBrand(deps, { ...demo, status: "live" });
    if (!brand.ok) throw new Error(brand.error.kind);
    const { brandId } = brand.value;
    const body = shopFile(
      demo,
      products.filter(({ brandSlug }) => brandSlug === demo.slug),
    );
    const asked = await requestCatalogImport(deps, { brandId, requestedBy: null, fileName: "a.csv", body, idempotencyKey: "a" });
    if (!asked.ok) throw new Error(asked.error.kind);
    await importCatalog(deps, { importId: asked.value.importId });
    made.set(demo.slug, brandId);
  }
  return made;
}

async function addCreators(deps: Deps, brandIds: BrandIds): Promise<ReadonlyMap<string, AffiliateId>> {
  const made = new Map<string, AffiliateId>();
  const handles = new Set(shownPosts().map(({ creatorHandle }) => creatorHandle));
  for (const creator of creators.filter(({ handle }) => handles.has(handle))) {
    const personId = await addPerson(deps, { email: `${creator.handle}@example.org`, name: creator.name });
    const granted = await grantAffiliate(deps, { personId, name: creator.name, handle: creator.handle });
    if (!granted.ok) throw new Error(granted.error.kind);
    made.set(creator.handle, granted.value.affiliateId);
    for (const slug of creator.brandSlugs) {
      const brandId = brandIds.get(slug);
      if (brandId !== undefined) await startPartnership(deps, { brandId, affiliateId: granted.value.affiliateId });
    }
  }
  return made;
}

/** The newest posts that show nothing of other brands. */
function shownPosts(): typeof posts {
  return posts.filter(({ tags }) => tags.every(({ handle }) => SLUGS.includes(getProduct(handle).brandSlug))).slice(0, POSTS);
}

async function addPosts(
  deps: Deps,
  { brandIds, affiliates }: { readonly brandIds: BrandIds; readonly affiliates: ReadonlyMap<string, AffiliateId> },
): Promise<void> {
  const now = deps.clock.now();
  for (const post of shownPosts()) {
    const affiliateId = affiliates.get(post.creatorHandle);
    if (affiliateId === undefined) throw new Error(post.creatorHandle);
    const tags = await Promise.all(post.tags.map((tag) => tagOf(deps, brandIds, tag)));
    const picture = { url: post.pictureUrl, alt: post.alt, width: 720, height: 900 };
    const then = { ...deps, clock: { now: () => (now - post.hoursAgo * HOUR_MS) as Instant } };
    const published = await publishPost(then, { by: { affiliateId }, caption: post.caption, picture, tags });
    if (!published.ok) throw new Error(`${post.key}: ${published.error.kind}`);
  }
}

async function tagOf(deps: Deps, brandIds: BrandIds, tag: (typeof posts)[number]["tags"][number]) {
  const brandId = brandIds.get(getProduct(tag.handle).brandSlug);
  const [product] = brandId === undefined ? [] : await findCatalogProducts(deps.db.query, { brandId, handles: [tag.handle] });
  if (product === undefined) throw new Error(tag.handle);
  const variant = product.variants.find(({ optionValues }) => optionValues.includes(tag.colour));
  return { productId: product.productId, variantId: variant?.variantId ?? null, x: tag.x, y: tag.y };
}

async function addPerson(deps: Deps, person: { readonly email: string; readonly name: string }): Promise<PersonId> {
  const made = await createPerson({ ...deps, passwords: scryptPasswords() }, { ...person, password: PASSWORD, verified: true });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.personId;
}
