import { afterEach, describe, expect, it } from "vitest";
import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import type { CrashPoint } from "~/ports/faults";
import { createBrand } from "~/services/create-brand";
import { createPerson } from "~/services/create-person";
import { isUp, type RunningProcess, runCli, startProcess, USER_AGENT } from "~tests/support/app";
import { checkAudit, endLeases, newOracle, settleAndCheck, untilKilled } from "./load";
import { type Bench, ROUNDS, SHAPES } from "./shapes";

const WEB_POINTS = ["event.before_commit", "event.after_commit"] as const satisfies readonly CrashPoint[];
const IMPORT_POINTS = ["import.before_commit", "import.after_commit"] as const satisfies readonly CrashPoint[];
const PASSWORD = "a long enough password";

/** One product of one variant; the round makes it another product each time. */
function catalogue(round: number): string {
  return `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty\nscarf-${round},Scarf ${round},Title,Default Title,S-${round},39.00,5\n`;
}

async function withBrandAndOwner(bench: Bench): Promise<void> {
  const deps = { ...bench.world.deps, passwords: scryptPasswords() };
  const owner = await createPerson(deps, { email: "owner@brume.example", name: "Owner", password: PASSWORD, verified: true });
  if (!owner.ok) throw new Error(owner.error.kind);
  const { personId: ownerId } = owner.value;
  const brand = await createBrand(deps, { name: "Brume", currency: "EUR", timezone: "Europe/Paris", country: "FR", ownerId });
  expect(brand).toMatchObject({ ok: true, value: { slug: "brume" } });
}

async function signIn(origin: string): Promise<string> {
  const body = new URLSearchParams({ email: "owner@brume.example", password: PASSWORD, next: "" });
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin, "user-agent": USER_AGENT },
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  expect(cookie).toContain("session");
  return cookie;
}

/** Uploads as the page's form does; undefined when the process died before it answered. */
async function upload(origin: string, cookie: string, round: number): Promise<Response | undefined> {
  const body = new FormData();
  body.set("key", `key-of-round-${String(round).padStart(8, "0")}`);
  body.set("file", new File([catalogue(round)], "shop.csv", { type: "text/csv" }));
  const headers = { origin, cookie, "user-agent": USER_AGENT };
  try {
    return await fetch(`${origin}/manage/brume/catalog/import`, { method: "POST", body, redirect: "manual", headers });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

describe.each(Object.entries(SHAPES))("web and import killed (%s)", (_, open) => {
  let bench: Bench | undefined;
  const running: RunningProcess[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) if (isUp(one)) await one.stop();
    await bench?.close();
  });
  const start = async (...args: Parameters<typeof startProcess>): Promise<RunningProcess> => {
    const process = await startProcess(...args);
    running.push(process);
    return process;
  };

  it.each(WEB_POINTS)("web at %s: the upload, sent again with its key, is imported once", async (point) => {
    bench = await open();
    const { world, home } = bench;
    await withBrandAndOwner(bench);
    let cookie: string | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      const doomed = await start("web", home, { CRASH_POINT: point });
      // Once: the session outlives the process, and twenty sign-ins in a row would meet the rate limit.
      cookie ??= await signIn(home.origin);
      expect(await upload(home.origin, cookie, round)).toBeUndefined();
      await untilKilled(doomed);
      const sound = await start("web", home);
      expect((await upload(home.origin, cookie, round))?.status).toBe(302);
      expect((await upload(home.origin, cookie, round))?.status).toBe(302);
      await sound.stop();
    }
    await settleAndCheck(world, home, newOracle());
    await expectEachOnce(bench);
  });

  it.each(IMPORT_POINTS)("worker at %s of a catalogue import: imported once, nothing half-imported", async (point) => {
    bench = await open();
    const { world, home } = bench;
    await withBrandAndOwner(bench);
    const web = await start("web", home);
    const cookie = await signIn(home.origin);
    for (let round = 0; round < ROUNDS; round++) {
      expect((await upload(home.origin, cookie, round))?.status).toBe(302);
      await untilKilled(await start("worker", home, { CRASH_POINT: point }));
      await endLeases(world);
    }
    await web.stop();
    await settleAndCheck(world, home, newOracle());
    await expectEachOnce(bench);
  });

  it.each(IMPORT_POINTS)("command line at %s of a history import: run again, it takes in the rest, nothing twice", async (point) => {
    bench = await open();
    const { world, home } = bench;
    for (let round = 0; round < ROUNDS; round++) {
      const slug = `shop-${round}`;
      await createBrand(world.deps, { name: slug, slug, currency: "GBP", timezone: "Europe/London", country: "GB" });
      const args = [
        "import-orders",
        "tests/support/fixtures/online-retail-excerpt.csv",
        "--brand",
        slug,
        "--format",
        "online-retail",
        "--json",
      ];
      const killed = await runCli({ ...home, env: { ...home.env, CRASH_POINT: point } }, args);
      expect([killed.code, killed.stdout]).toEqual([null, ""]);
      const again = await runCli(home, args);
      expect(again.code).toBe(0);
      const { rows } = JSON.parse(again.stdout);
      const third = JSON.parse((await runCli(home, args)).stdout);
      expect([third.rows, third.already_imported]).toEqual([rows, rows]);
      const kept = await world.db.query
        .selectFrom("history_rows")
        .innerJoin("brands", "brands.id", "history_rows.brand_id")
        .select((eb) => eb.fn.countAll<number>().as("rows"))
        .where("brands.slug", "=", slug)
        .executeTakeFirstOrThrow();
      expect(kept.rows).toBe(rows);
    }
    await checkAudit(world);
  });
});

async function expectEachOnce({ world }: Bench): Promise<void> {
  const { query } = world.db;
  const products = await query.selectFrom("products").select("handle").orderBy("handle").execute();
  const expected = Array.from({ length: ROUNDS }, (_, round) => `scarf-${round}`).sort();
  expect(products.map((product) => product.handle)).toEqual(expected);
  const imports = await query.selectFrom("catalog_imports").select("state").execute();
  expect(imports).toEqual(expected.map(() => ({ state: "done" })));
  const stock = await query.selectFrom("stock_levels").select("on_hand").execute();
  expect(stock).toEqual(expected.map(() => ({ on_hand: 5 })));
}
