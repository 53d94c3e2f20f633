import { demoEmail } from "~/domain/accounts/demo-persona";
import type { Brand } from "~/domain/catalog/brand";
import type { PersonId } from "~/domain/kernel/branded";
import { localDayOf, plusDays } from "~/domain/kernel/zones";
import { addStaff } from "~/services/add-staff";
import { createBrand } from "~/services/create-brand";
import { createPerson } from "~/services/create-person";
import { findBrand } from "~/services/find-brand";
import { findPerson } from "~/services/find-person";
import { grantAffiliate } from "~/services/grant-affiliate";
import { grantOperator } from "~/services/grant-operator";
import { importCatalog } from "~/services/import-catalog";
import { readProgress } from "~/services/read-progress";
import { reportProgress } from "~/services/report-progress";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { startPartnership } from "~/services/start-partnership";
import type { WorkerDeps } from "../container";
import { brands } from "./data/brands";
import { creators } from "./data/creators";
import { people } from "./data/people";
import { products } from "./data/products";
import { HISTORY_DAYS } from "./data/seasons";
import type { DemoBrand, DemoCreator, DemoPerson } from "./data/types";
import type { DemoShop } from "./demo-shop";
import { takeOrdersOfDay } from "./history";
import { shopFile } from "./shop-file";

type FillOptions = {
  /** Days of history before today; fewer in tests. */
  readonly days?: number;
};

/**
 * Fills the demo world through the services: brands, people, catalogues, then ninety days of purchases, the
 * newest first. Every step finds what is there already, so a killed filling goes on where it was, and a filled
 * world is left alone.
 */
export async function fillDemo(deps: WorkerDeps, { days = HISTORY_DAYS }: FillOptions = {}): Promise<readonly DemoShop[]> {
  const filled = (await readProgress(deps)).some((part) => part.key === "demo.history" && part.state === "done");
  const shops: DemoShop[] = [];
  const open = async (demo: DemoBrand): Promise<void> => {
    shops.push(shopOf(demo, await ensureBrand(deps, demo)));
  };
  if (filled) {
    for (const demo of brands) await open(demo);
    return shops;
  }
  await eachStep(deps, "demo.brands", brands, open);
  await eachStep(deps, "demo.people", [...people, ...strangers()], (person) => addOne(deps, shops, person));
  await eachStep(deps, "demo.catalog", shops, (shop) => stockShop(deps, shop));
  const shopDays = Array.from({ length: days }, (_, daysAgo) => shops.map((shop) => ({ shop, daysAgo }))).flat();
  await eachStep(deps, "demo.history", shopDays, ({ shop, daysAgo }) =>
    takeOrdersOfDay(deps, shop, plusDays(shop.firstDay, HISTORY_DAYS - 1 - daysAgo)),
  );
  return shops;
}

/** Does a part of the filling, one thing after the other, and says how far it is. */
async function eachStep<Thing>(
  deps: WorkerDeps,
  key: string,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const total = things.length;
  await reportProgress(deps, { key, done: 0, total, state: "running" });
  for (const [index, thing] of things.entries()) {
    await work(thing);
    await reportProgress(deps, { key, done: index + 1, total, state: index + 1 === total ? "done" : "running" });
  }
}

async function stockShop(deps: WorkerDeps, { demo, brand }: DemoShop): Promise<void> {
  const own = products.filter((product) => product.brandSlug === demo.slug);
  const requested = await requestCatalogImport(deps, {
    brandId: brand.brandId,
    requestedBy: null,
    fileName: `${demo.slug}.csv`,
    body: shopFile(demo, own),
    idempotencyKey: "demo",
  });
  if (requested.ok) await importCatalog(deps, { importId: requested.value.importId });
  else if (requested.error.kind !== "same_key_other_file") throw new Error(`${demo.slug}: ${requested.error.kind}`);
}

function shopOf(demo: DemoBrand, brand: Brand): DemoShop {
  return { demo, brand, firstDay: plusDays(localDayOf(brand.createdAt, brand.timezone), 1 - HISTORY_DAYS) };
}

async function ensureBrand(deps: WorkerDeps, demo: DemoBrand): Promise<Brand> {
  const { slug, name, currency, timezone, country, taxInclusive, rateBps } = demo;
  const created = await createBrand(deps, { slug, name, currency, timezone, country, taxInclusive, rateBps, status: "live" });
  if (!created.ok && created.error.kind !== "slug_taken") throw new Error(`${slug}: ${created.error.kind}`);
  const brand = await findBrand(deps, { slug });
  if (brand === undefined) throw new Error(`${slug} was created but cannot be found`);
  return brand;
}

/** Creators nobody can sign in as with one click. */
function strangers(): readonly DemoCreator[] {
  return creators.filter((creator) => people.every((person) => person.creatorHandle !== creator.handle));
}

async function addOne(deps: WorkerDeps, shops: readonly DemoShop[], person: DemoPerson | DemoCreator): Promise<void> {
  if ("key" in person) return addVisitor(deps, shops, person);
  const personId = await addPerson(deps, { email: `${person.handle}@creators.vitrine.example`, name: person.name });
  await makeAffiliate(deps, shops, { personId, handle: person.handle, name: person.name });
}

/** One of the people a visitor can be with one click. */
async function addVisitor(deps: WorkerDeps, shops: readonly DemoShop[], person: DemoPerson): Promise<void> {
  const email = demoEmail(person.key);
  const personId = await addPerson(deps, { email, name: person.name });
  if (person.role === "operator") await grantOperator(deps, { personId });
  const shop = shops.find(({ demo }) => demo.slug === person.brandSlug);
  if (shop !== undefined) await addStaff(deps, { brandId: shop.brand.brandId, email, role: "manager", by: "installation" });
  if (person.creatorHandle !== undefined) await makeAffiliate(deps, shops, { personId, handle: person.creatorHandle, name: person.name });
}

/** Finds or makes the person. Nobody knows the password: the demo signs in without one. */
async function addPerson(deps: WorkerDeps, person: { readonly email: string; readonly name: string }): Promise<PersonId> {
  const known = await findPerson(deps, { email: person.email });
  if (known !== null) return known.personId;
  const created = await createPerson(deps, { ...person, password: deps.ids.secret(), verified: true });
  if (!created.ok) throw new Error(`${person.email}: ${created.error.kind}`);
  return created.value.personId;
}

async function makeAffiliate(
  deps: WorkerDeps,
  shops: readonly DemoShop[],
  person: { readonly personId: PersonId; readonly handle: string; readonly name: string },
): Promise<void> {
  const granted = await grantAffiliate(deps, person);
  if (!granted.ok) throw new Error(`${person.handle}: ${granted.error.kind}`);
  const { affiliateId } = granted.value;
  const slugs = creators.find((creator) => creator.handle === person.handle)?.brandSlugs ?? [];
  for (const { demo, brand } of shops) {
    if (slugs.includes(demo.slug)) await startPartnership(deps, { brandId: brand.brandId, affiliateId });
  }
}
