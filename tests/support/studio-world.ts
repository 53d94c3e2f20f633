import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { betterAuthAccounts } from "~/adapters/auth/better-auth-accounts";
import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { noFaults } from "~/adapters/faults/kill-faults";
import { formats } from "~/adapters/formats/formats";
import { randomIds } from "~/adapters/ids/random-ids";
import type { AffiliateId, Bps, PersonId } from "~/domain/kernel/branded";
import { createBrand } from "~/services/create-brand";
import { createPerson } from "~/services/create-person";
import { grantAffiliate } from "~/services/grant-affiliate";
import { migrate } from "~db/migrate";
import { openDatabase } from "~db/open";
import { findProgram } from "~db/queries/partnerships";
import { type Home, makeHome, type RunningProcess, startProcess } from "./app";
import { type Look, type Visit, visit } from "./browser";
import { type CreditStory, recordPaths, tellStory } from "./credit-world";
import type { World } from "./databases";
import { settableClock } from "./settable-clock";
import { type Shop, touchOf } from "./shops";

const SECRET = "s".repeat(40);
const PASSWORD = "correct horse battery 9";

/** Who visits: the affiliates lina and noe, one who has nothing yet, the brand's owner, or a shopper. */
export type StudioPerson = (typeof PEOPLE)[number];
const PEOPLE = ["lina", "noe", "nova", "owner", "shopper"] as const;

/** A running product with a brand whose orders two affiliates brought, up to today. */
export type StudioWorld = {
  readonly home: Home;
  readonly story: CreditStory;
  readonly visitAs: (browser: Browser, who: StudioPerson, look?: Look) => Promise<Visit>;
  /** Lina's link is clicked once, now. */
  readonly click: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Cookie = Parameters<BrowserContext["addCookies"]>[0][number];

/** Starts it: web and worker, no demo, so that nothing moves by itself. */
export async function openStudioWorld(): Promise<StudioWorld> {
  const home = await makeHome({ AUTH_SECRET: SECRET });
  mkdirSync(home.dataDir, { recursive: true });
  const world = await openPlain(join(home.dataDir, "vitrine.db"));
  const people = new Map(await Promise.all(PEOPLE.map(async (name) => [name, await personOf(world, name)] as const)));
  const get = (name: StudioPerson): PersonId => people.get(name) ?? ("" as PersonId);
  const lina = await affiliateOf(world, get("lina"), "Lina Moreau");
  await affiliateOf(world, get("nova"), "Nova");
  const noe = await affiliateOf(world, get("noe"), "Noé Vasseur");
  const story = await tellStory(world, await shopOf(world, get("owner")), { lina, noe });
  const cookies = new Map(await Promise.all(PEOPLE.map(async (name) => [name, await cookieOf(world, home, get(name))] as const)));
  const processes = await Promise.all([startProcess("web", home), startProcess("worker", home)]);
  return {
    home,
    story,
    visitAs: async (browser, who, look = {}) => {
      const opened = await visit(browser, home.origin, look);
      await opened.context.addCookies([cookies.get(who)].flatMap((cookie) => cookie ?? []));
      return opened;
    },
    click: () => {
      world.clock.set(Date.now());
      const path = { ...touchOf(lina, { at: Date.now(), id: world.deps.ids.next("tch") }), linkId: story.linkId };
      return recordPaths(world, [{ path, brandIds: [story.shop.brandId] }]);
    },
    stop: () => stopAll(home, world, processes),
  };
}

async function openPlain(file: string): Promise<World> {
  const db = openDatabase({ file });
  await migrate(db);
  const clock = settableClock();
  clock.set(Date.now());
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const deps = { db, clock, ids: randomIds(), log, faults: noFaults(), formats };
  return { db, deps, clock, where: { file }, connect: () => openDatabase({ file }), close: () => db.close() };
}

async function personOf(world: World, name: StudioPerson): Promise<PersonId> {
  const deps = { ...world.deps, passwords: scryptPasswords() };
  const made = await createPerson(deps, { email: `${name}@example.org`, name, password: PASSWORD, verified: true });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.personId;
}

async function affiliateOf(world: World, personId: PersonId, name: string): Promise<AffiliateId> {
  const made = await grantAffiliate(world.deps, { personId, name });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.affiliateId;
}

async function shopOf(world: World, ownerId: PersonId): Promise<Shop> {
  const place = { currency: "EUR", timezone: "Europe/Paris", country: "FR", status: "live" } as const;
  const made = await createBrand(world.deps, { name: "Brume", slug: "brume", ...place, ownerId });
  if (!made.ok) throw new Error(made.error.kind);
  const { brandId } = made.value;
  const programId = await findProgram(world.db.query, brandId);
  if (programId === undefined) throw new Error("no program");
  const since = world.clock.now() - 200 * 86_400_000;
  const rule = { id: world.deps.ids.next("rul"), program_id: programId, brand_id: brandId, rate_bps: 1_000, created_by: null };
  await world.db.query.insertInto("commission_rules").values({ ...rule, effective_from: since, created_at: since }).execute();
  return { brandId, programId, currency: "EUR", feeBps: 500 as Bps };
}

async function cookieOf(world: World, home: Home, personId: PersonId): Promise<Cookie> {
  const accounts = betterAuthAccounts({ db: world.db, ids: world.deps.ids, secret: SECRET, publicOrigin: home.origin });
  const [cookie = ""] = await accounts.openSession({ personId, caller: { address: "192.0.2.7", userAgent: "" } });
  const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
  return { name, value, url: home.origin };
}

async function stopAll(home: Home, world: World, processes: readonly RunningProcess[]): Promise<void> {
  await Promise.all(processes.map((one) => one.stop()));
  await world.close();
  home.remove();
}
