import { expect, it } from "vitest";
import { listTeam } from "~/services/list-team";
import { accountWorld, brandOf, member, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("lists one brand's people, owners first, then by name", async () => {
    const { deps } = accountWorld(await open());
    const brandId = await brandOf(deps, "brume", await person(deps, "zoe@example.org"));
    await member(deps, brandId, { email: "mia@example.org", role: "manager" });
    await member(deps, brandId, { email: "ana@example.org", role: "analyst" });
    await brandOf(deps, "other", await person(deps, "eve@example.org"));
    expect((await listTeam(deps, brandId)).map(({ name, role }) => `${name} ${role}`)).toEqual(["zoe owner", "ana analyst", "mia manager"]);
  });
});
