import { expect, it } from "vitest";
import { readActor } from "~/services/read-actor";
import { accountWorld, brandOf, member, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("says who sends the cookies, with every hat", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "ines@example.org");
    const beta = await brandOf(deps, "beta", personId);
    const alpha = await brandOf(deps, "alpha", personId);
    const analyst = await member(deps, alpha, { email: "ana@example.org", role: "analyst" });
    expect(await readActor(deps, await sessionOf(deps, personId))).toMatchObject({
      personId,
      name: "ines",
      email: "ines@example.org",
      isOperator: false,
      affiliateId: null,
      brands: [
        { brandId: alpha, slug: "alpha", name: "alpha", role: "owner" },
        { brandId: beta, slug: "beta", name: "beta", role: "owner" },
      ],
    });
    expect((await readActor(deps, await sessionOf(deps, analyst)))?.brands).toMatchObject([{ slug: "alpha", role: "analyst" }]);
  });

  it("knows the demo's people only while the demo is on", async () => {
    const { deps } = accountWorld(await open());
    const sam = await sessionOf(deps, await person(deps, "sam@vitrine.example"));
    const ada = await sessionOf(deps, await person(deps, "ada@example.org"));
    expect(await readActor(deps, sam)).toMatchObject({ email: "sam@vitrine.example" });
    expect(await readActor({ ...deps, demo: false }, sam)).toBeNull();
    expect(await readActor({ ...deps, demo: false }, ada)).toMatchObject({ email: "ada@example.org" });
  });

  it("knows nobody by a forged, missing or ended session", async () => {
    const world = await open();
    const { deps } = accountWorld(world);
    const cookies = await sessionOf(deps, await person(deps, "ada@example.org"));
    const token = decodeURIComponent(cookies.slice("vitrine_session=".length)).split(".")[0];
    expect(await readActor(deps, "")).toBeNull();
    expect(await readActor(deps, `vitrine_session=${token}`)).toBeNull();
    expect(await readActor(deps, `vitrine_session=${token}.${Buffer.alloc(32).toString("base64")}`)).toBeNull();
    expect(await readActor(deps, `__Host-${cookies}`)).toBeNull();
    world.clock.advance(30 * 86_400_000 + 60_000);
    expect(await readActor(deps, cookies)).toBeNull();
  });
});
