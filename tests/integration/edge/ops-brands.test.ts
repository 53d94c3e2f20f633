import { dirname } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { grantOperator } from "~/services/grant-operator";
import { accountWorld, person, sessionOf } from "~tests/support/account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { formHeaders, rawRequest } from "~tests/support/raw-request";

const FACTS = { currency: "EUR", timezone: "Europe/Paris", country: "FR" };

let world: World;
let home: Home;
let web: RunningProcess;
let [operator, owner] = ["", ""];

beforeAll(async () => {
  world = await openWorld("sqlite");
  if (!("file" in world.where)) throw new Error("not SQLite");
  const { deps } = accountWorld(world);
  const personId = await person(deps, "op@example.org");
  await grantOperator(deps, { personId });
  await person(deps, "waiting@example.org", { verified: false });
  operator = await sessionOf(deps, personId);
  owner = await sessionOf(deps, await person(deps, "own@example.org"));
  home = await makeHome({ DATA_DIR: dirname(world.where.file), AUTH_SECRET: "s".repeat(40) });
  web = await startProcess("web", home);
});

afterAll(async () => {
  await web?.stop();
  await world?.close();
});

const create = (form: Readonly<Record<string, string>>) =>
  rawRequest(home.port, {
    method: "POST",
    path: "/ops/brands",
    headers: { ...formHeaders(home.origin), cookie: operator },
    body: new URLSearchParams({ ...FACTS, ...form }).toString(),
  });

const slugs = async () => (await world.db.query.selectFrom("brands").select("slug").orderBy("slug").execute()).map((row) => row.slug);

it("creates a brand that its owner can enter at once", async () => {
  const created = await create({ name: "Brume", slug: "", owner: " Own@example.org" });
  expect([created.status, created.headers.location]).toEqual([302, "/ops/brands?created=brume"]);
  const team = await rawRequest(home.port, { path: "/manage/brume/settings/team", headers: { cookie: owner } });
  expect(team.status).toBe(200);
  expect(team.text).toContain("own@example.org");
});

it.each(["nobody@example.org", "waiting@example.org", "no address"])(
  "creates nothing for %s, and says why beside what was typed",
  async (address) => {
    const before = await slugs();
    const refused = await create({ name: "Atelier", slug: "atelier", owner: address });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("No confirmed account has this address.");
    expect(refused.text).toContain(`value="${address}"`);
    expect(await slugs()).toEqual(before);
  },
);

it("creates a brand without an owner when none is named", async () => {
  expect((await create({ name: "Later", slug: "later", owner: "" })).status).toBe(302);
  expect(await slugs()).toContain("later");
});
