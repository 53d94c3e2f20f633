import { expect, it } from "vitest";
import { findDesk } from "~/services/find-desk";
import { accountWorld, brandOf, member, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("opens the desk to members for what their role may do", async () => {
    const { deps } = accountWorld(await open());
    const brandId = await brandOf(deps, "brume", await person(deps, "own@example.org"));
    const analyst = await member(deps, brandId, { email: "ana@example.org", role: "analyst" });
    expect(await findDesk(deps, { personId: analyst, slug: "brume", action: "read_reports" })).toEqual({
      brandId,
      slug: "brume",
      name: "brume",
      currency: "EUR",
      timezone: "Europe/Paris",
      country: "FR",
      status: "live",
      role: "analyst",
    });
    expect(await findDesk(deps, { personId: analyst, slug: "brume", action: "import_catalog" })).toBeNull();
  });

  it("shows a missing brand and somebody else's alike", async () => {
    const { deps } = accountWorld(await open());
    const owner = await person(deps, "own@example.org");
    await brandOf(deps, "brume", owner);
    const stranger = await person(deps, "eve@example.org");
    expect(await findDesk(deps, { personId: stranger, slug: "brume", action: "read_reports" })).toBeNull();
    expect(await findDesk(deps, { personId: owner, slug: "none", action: "read_reports" })).toBeNull();
  });
});
