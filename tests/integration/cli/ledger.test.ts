import { sql } from "kysely";
import { expect, it } from "vitest";
import { runCommand } from "~jobs/cli/run-command";
import { parseWorkerEnv } from "~jobs/env";
import { onEachDatabase, type World } from "~tests/support/databases";
import { sellShared } from "~tests/support/earning-faults";
import { tamper } from "~tests/support/tamper";

/** Calls the command line on the world's database. */
async function call(world: World, ...words: readonly string[]): Promise<{ readonly status: number; readonly out: string }> {
  let out = "";
  const where =
    "url" in world.where
      ? { DATABASE_URL: world.where.url, AUTH_SECRET: "s".repeat(40) }
      : { DATA_DIR: world.where.file.replace(/\/vitrine\.db$/, "") };
  const status = await runCommand(words, {
    env: () => parseWorkerEnv({ NODE_ENV: "production", LOG_LEVEL: "silent", ...where }),
    folder: process.cwd(),
    print: (answer) => {
      out += answer;
    },
    say: () => undefined,
  });
  return { status, out };
}

onEachDatabase((open) => {
  it("says that the books are as they were booked, and what the accounts hold", async () => {
    const world = await open();
    await sellShared(world);
    const verified = await call(world, "ledger", "verify", "--json");
    expect([verified.status, JSON.parse(verified.out)]).toEqual([
      0,
      { green: true, chains: [{ currency: "EUR", entries: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }], faults: [] },
    ]);
    const balance = await call(world, "ledger", "trial-balance", "--json");
    expect([balance.status, JSON.parse(balance.out)]).toEqual([
      0,
      {
        balanced: true,
        accounts: [
          { currency: "EUR", account: "affiliate_pending", amount_minor: -200 },
          { currency: "EUR", account: "brand_payable", amount_minor: 200 },
        ],
      },
    ]);
    const read = await call(world, "ledger", "trial-balance");
    expect(read.out).toMatch(/EUR\s+affiliate_pending\s+-2\.00/);
    expect(read.out).toMatch(/EUR\s+all accounts\s+0\.00/);
  });

  it("names the entry that was changed, and ends with a failure", async () => {
    const world = await open();
    await sellShared(world);
    await tamper(
      world,
      sql`update ledger_lines set amount_minor = amount_minor * 2 where entry_id = (select id from ledger_entries where seq = 3)`,
    );
    const told = await call(world, "ledger", "verify", "--json");
    expect([told.status, JSON.parse(told.out).faults]).toEqual([
      1,
      [{ kind: "changed", currency: "EUR", seq: 3, entry_id: expect.stringMatching(/^led_/) }],
    ]);
    expect((await call(world, "ledger", "verify")).out).toContain("EUR 3 changed led_");
  });
});
