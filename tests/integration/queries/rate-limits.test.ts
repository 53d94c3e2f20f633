import { expect, it } from "vitest";
import { instant } from "~/domain/kernel/instant";
import { countAttempt } from "~db/queries/rate-limits";
import { onEachDatabase } from "~tests/support/databases";

const START = Date.UTC(2026, 10, 1);
const at = (minutes: number) => instant(START + minutes * 60_000);

onEachDatabase((open) => {
  it("counts an account from everywhere, and lets it go on in the next window", async () => {
    const { db } = await open();
    const tryAt = (minutes: number, no: number) =>
      countAttempt(db.query, { attempt: "sign_in", account: "ada", address: `192.0.2.${no}`, now: at(minutes) });
    for (let no = 0; no < 10; no++) expect(await tryAt(1, no)).toBeNull();
    expect(await tryAt(5, 99)).toBe(600);
    expect(await tryAt(15, 99)).toBeNull();
  });

  it("counts an address over all accounts, and kinds of attempts apart", async () => {
    const { db } = await open();
    const attempt = (kind: "sign_in" | "forgot", no: number) =>
      countAttempt(db.query, { attempt: kind, account: `a${no}`, address: "192.0.2.1", now: at(0) });
    for (let no = 0; no < 60; no++) expect(await attempt("sign_in", no)).toBeNull();
    expect(await attempt("sign_in", 60)).toBe(900);
    expect(await attempt("forgot", 60)).toBeNull();
  });

  it("counts an IPv6 network as one, whichever of its addresses asks", async () => {
    const { db } = await open();
    const from = (address: string) => countAttempt(db.query, { attempt: "sign_in", account: null, address, now: at(0) });
    for (let no = 0; no < 60; no++) expect(await from(`2001:db8:1:2::${no.toString(16)}`)).toBeNull();
    expect(await from("2001:db8:1:2:ffff::1")).toBe(900);
    expect(await from("2001:db8:1:3::1")).toBeNull();
  });

  it("counts every one of many at once", async () => {
    const world = await open();
    const handles = [world.db, world.connect()];
    const tries = Array.from({ length: 40 }, (_, no) =>
      countAttempt(handles[no % 2]?.query ?? world.db.query, { attempt: "sign_in", account: "ada", address: "192.0.2.1", now: at(0) }),
    );
    expect((await Promise.all(tries)).filter((wait) => wait === null)).toHaveLength(10);
  });

  it("keeps digests, neither addresses of people nor of machines", async () => {
    const { db } = await open();
    await countAttempt(db.query, { attempt: "sign_in", account: "ada@example.org", address: "192.0.2.1", now: at(0) });
    const kept = JSON.stringify(await db.query.selectFrom("rate_limits").selectAll().execute());
    expect(kept).not.toMatch(/ada|192\.0/);
  });
});
