import { expect, it } from "vitest";
import { instant, toIso } from "~/domain/kernel/instant";
import { deleteOtherSessions, deleteSession, deleteSessionByToken, findActor, listSessions } from "~db/queries/sessions";
import { transact } from "~db/transaction";
import { accountWorld, brandOf, member, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

const FIRST = Date.UTC(2026, 10, 1);

onEachDatabase((open) => {
  async function setUp() {
    const world = await open();
    const { deps } = accountWorld(world);
    const personId = await person(deps, "ada@example.org");
    const other = await person(deps, "eve@example.org");
    const add = (id: string, owner: string, dayOf: number) =>
      world.db.query
        .insertInto("sessions")
        .values({
          id,
          person_id: owner,
          token: `token-${id}`,
          created_at: toIso(instant(FIRST + dayOf * 86_400_000)),
          updated_at: toIso(instant(FIRST)),
          expires_at: toIso(instant(FIRST + (dayOf + 30) * 86_400_000)),
          ip_address: null,
          user_agent: null,
        })
        .execute();
    await add("one", personId, 0);
    await add("two", personId, 1);
    await add("eves", other, 0);
    return { world, deps, personId, other };
  }

  const now = instant(FIRST + 86_400_000);

  it("knows who holds a session until the very instant it ends", async () => {
    const { world, personId } = await setUp();
    expect(await findActor(world.db.query, { token: "token-one", now })).toMatchObject({ personId, sessionId: "one", brands: [] });
    expect(await findActor(world.db.query, { token: "token-one", now: instant(FIRST + 30 * 86_400_000 - 1) })).not.toBeNull();
    expect(await findActor(world.db.query, { token: "token-one", now: instant(FIRST + 30 * 86_400_000) })).toBeNull();
    expect(await findActor(world.db.query, { token: "none", now })).toBeNull();
  });

  it("joins every hat once", async () => {
    const { world, deps, personId, other } = await setUp();
    await brandOf(deps, "alpha", personId);
    const beta = await brandOf(deps, "beta", personId);
    await member(deps, beta, { email: "mia@example.org", role: "manager" });
    await world.db.query.insertInto("operators").values({ person_id: personId, created_at: now }).execute();
    await world.db.query
      .insertInto("affiliates")
      .values({ id: "aff_1", person_id: personId, handle: "ada", name: "Ada", created_at: now })
      .execute();
    const actor = await findActor(world.db.query, { token: "token-one", now });
    expect(actor).toMatchObject({ isOperator: true, affiliateId: "aff_1" });
    expect(actor?.brands.map((brand) => brand.slug)).toEqual(["alpha", "beta"]);
    expect(await findActor(world.db.query, { token: "token-eves", now })).toMatchObject({
      personId: other,
      isOperator: false,
      affiliateId: null,
      brands: [],
    });
  });

  it("lists a person's running sessions, the newest first", async () => {
    const { world, personId } = await setUp();
    const list = await listSessions(world.db.query, { personId, currentId: "one", now });
    expect(list.map(({ id, current, startedAt }) => [id, current, startedAt])).toEqual([
      ["two", false, FIRST + 86_400_000],
      ["one", true, FIRST],
    ]);
    expect(await listSessions(world.db.query, { personId, currentId: "one", now: instant(FIRST + 30 * 86_400_000) })).toHaveLength(1);
  });

  it("ends only what belongs to its owner", async () => {
    const { world, personId } = await setUp();
    const left = async () => (await world.db.query.selectFrom("sessions").select("id").orderBy("id").execute()).map((row) => row.id);
    expect(await transact(world.db, (tx) => deleteSession(tx, { id: "eves", personId }))).toBe(false);
    expect(await transact(world.db, (tx) => deleteOtherSessions(tx, { id: "one", personId }))).toBe(1);
    expect(await left()).toEqual(["eves", "one"]);
    expect(await transact(world.db, (tx) => deleteSession(tx, { id: "one", personId }))).toBe(true);
    await transact(world.db, (tx) => deleteSessionByToken(tx, "token-eves"));
    expect(await left()).toEqual([]);
  });
});
