import type { AffiliateId, BrandId, LinkId, PersonId, PostId, ProductId, TagId, VisitorId } from "~/domain/kernel/branded";
import type { Standing } from "~/domain/tracking/judge-touch";
import { createBrand } from "~/services/create-brand";
import { createLink } from "~/services/create-link";
import { findProgram, insertPartnership } from "~db/queries/partnerships";
import { insertVisitor, joinPerson } from "~db/queries/visitors";
import { transact } from "~db/transaction";
import type { World } from "./databases";

/** Two brands, two creators who may sell for both, posts with tags, and a link of each creator to the scarf. */
export type TrackingWorld = {
  readonly brume: BrandId;
  readonly halden: BrandId;
  readonly scarf: ProductId;
  readonly coat: ProductId;
  readonly lina: AffiliateId;
  readonly noor: AffiliateId;
  readonly linaPerson: PersonId;
  /** By Lina, with the scarf (tagged twice) and the coat. */
  readonly post: PostId;
  readonly scarfTag: TagId;
  readonly coatTag: TagId;
  /** On a picture that Brume itself posted. */
  readonly brandTag: TagId;
  readonly links: { readonly scarf: LinkId; readonly noorScarf: LinkId };
};

/** Fills a world with all that touches point at. Slugs: `scarf` (Lina), `noor-scarf`, `look` (post), `brume` (brand), `home`. */
export async function trackingWorld(world: World): Promise<TrackingWorld> {
  const [brume, halden] = [await liveBrand(world, "brume"), await liveBrand(world, "halden")];
  const [scarf, coat] = [await addProduct(world, brume, "scarf"), await addProduct(world, halden, "coat")];
  const linaPerson = await addPerson(world, "lina");
  const [lina, noor] = [await addAffiliate(world, "lina", linaPerson), await addAffiliate(world, "noor", null)];
  for (const affiliate of [lina, noor]) for (const brand of [brume, halden]) await setStanding(world, { affiliate, brand, as: "approved" });
  const post = await addPost(world, { affiliate: lina, brand: null });
  const scarfTag = await addTag(world, post, { brand: brume, product: scarf, position: 0 });
  await addTag(world, post, { brand: brume, product: scarf, position: 1 });
  const coatTag = await addTag(world, post, { brand: halden, product: coat, position: 2 });
  const brandPost = await addPost(world, { affiliate: null, brand: brume });
  const brandTag = await addTag(world, brandPost, { brand: brume, product: scarf, position: 0 });
  const link = async (affiliateId: AffiliateId, to: string, slug: string): Promise<LinkId> => {
    const made = await createLink(world.deps, { affiliateId, to, slug });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.linkId;
  };
  const links = {
    scarf: await link(lina, "/brands/brume/scarf", "scarf"),
    noorScarf: await link(noor, "/brands/brume/scarf", "noor-scarf"),
  };
  await link(lina, `/posts/${post}`, "look");
  await link(lina, "/brands/brume", "brume");
  await link(lina, "/", "home");
  return { brume, halden, scarf, coat, lina, noor, linaPerson, post, scarfTag, coatTag, brandTag, links };
}

async function liveBrand({ deps }: World, slug: string): Promise<BrandId> {
  const made = await createBrand(deps, { name: slug, slug, currency: "EUR", timezone: "Europe/Paris", country: "FR", status: "live" });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.brandId;
}

async function addProduct({ db, deps, clock }: World, brandId: BrandId, handle: string): Promise<ProductId> {
  const id = deps.ids.next("prd");
  const words = { handle, title: handle, description: "", vendor: "", category: "", status: "active", options: "[]" };
  await db.query
    .insertInto("products")
    .values({ id, brand_id: brandId, ...words, created_at: clock.now(), updated_at: clock.now() })
    .execute();
  return id as ProductId;
}

/** A person without any account. */
export async function addPerson({ db, deps }: World, name: string): Promise<PersonId> {
  const id = deps.ids.next("per");
  await db.query
    .insertInto("people")
    .values({ id, name, email: `${id}@example.org`, image: null, locale: null, created_at: "2026-11-01", updated_at: "2026-11-01" })
    .execute();
  return id as PersonId;
}

async function addAffiliate({ db, deps, clock }: World, handle: string, personId: PersonId | null): Promise<AffiliateId> {
  const id = deps.ids.next("aff");
  await db.query.insertInto("affiliates").values({ id, person_id: personId, handle, name: handle, created_at: clock.now() }).execute();
  return id as AffiliateId;
}

/** Gives an affiliate this standing with a brand, whatever it was. */
export async function setStanding(
  { db, deps, clock }: World,
  given: { readonly affiliate: AffiliateId; readonly brand: BrandId; readonly as: Standing },
): Promise<void> {
  const programId = await findProgram(db.query, given.brand);
  if (programId === undefined) throw new Error("no program");
  const partnershipId = deps.ids.next("pts") as Parameters<typeof insertPartnership>[1]["partnershipId"];
  await transact(db, async (tx) => {
    const named = { partnershipId, programId, brandId: given.brand, affiliateId: given.affiliate };
    await insertPartnership(tx, { ...named, status: "applied", now: clock.now() });
    const where = tx.updateTable("partnerships").set({ status: given.as }).where("affiliate_id", "=", given.affiliate);
    await where.where("brand_id", "=", given.brand).execute();
  });
}

async function addPost(
  { db, deps, clock }: World,
  by: { readonly affiliate: AffiliateId | null; readonly brand: BrandId | null },
): Promise<PostId> {
  const id = deps.ids.next("pst");
  const picture = { caption: "", picture_url: "/demo/a.webp", alt: "", width: 4, height: 5 };
  await db.query
    .insertInto("posts")
    .values({ id, affiliate_id: by.affiliate, brand_id: by.brand, ...picture, paid: 0, published_at: clock.now() })
    .execute();
  return id as PostId;
}

async function addTag(
  { db, deps }: World,
  post: PostId,
  tag: { readonly brand: BrandId; readonly product: ProductId; readonly position: number },
): Promise<TagId> {
  const id = deps.ids.next("tag");
  const where = { x_ppm: 500_000, y_ppm: 500_000, position: tag.position };
  await db.query
    .insertInto("post_tags")
    .values({ id, post_id: post, brand_id: tag.brand, product_id: tag.product, variant_id: null, ...where })
    .execute();
  return id as TagId;
}

/** A visitor who agreed, joined to these people. */
export async function addVisitor({ db, deps, clock }: World, people: readonly PersonId[] = []): Promise<VisitorId> {
  const visitorId = deps.ids.next("vis") as VisitorId;
  await transact(db, async (tx) => {
    await insertVisitor(tx, { visitorId, touchIds: [], now: clock.now() });
    for (const personId of people) await joinPerson(tx, { visitorId, personId, now: clock.now() });
  });
  return visitorId;
}
