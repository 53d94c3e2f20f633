import { expect, it } from "vitest";
import { grantAffiliate } from "~/services/grant-affiliate";
import { readActor } from "~/services/read-actor";
import { accountWorld, person, sessionOf } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("makes a handle of the name, and another for a namesake", async () => {
    const { deps } = accountWorld(await open());
    const [one, two] = [await person(deps, "one@example.org"), await person(deps, "two@example.org")];
    expect(await grantAffiliate(deps, { personId: one, name: "Lina Morvan" })).toMatchObject({
      ok: true,
      value: { handle: "lina-morvan" },
    });
    expect(await grantAffiliate(deps, { personId: two, name: "Lina Morvan" })).toMatchObject({
      ok: true,
      value: { handle: "lina-morvan-2" },
    });
    expect((await readActor(deps, await sessionOf(deps, one)))?.affiliateId).toMatch(/^aff_/);
  });

  it("leaves an affiliate as they are", async () => {
    const { deps } = accountWorld(await open());
    const personId = await person(deps, "lina@example.org");
    const first = await grantAffiliate(deps, { personId, name: "Lina", handle: "lina" });
    expect(await grantAffiliate(deps, { personId, name: "Lina", handle: "other" })).toEqual(first);
  });

  it("refuses a handle that is taken or is none", async () => {
    const { deps } = accountWorld(await open());
    const [one, two] = [await person(deps, "one@example.org"), await person(deps, "two@example.org")];
    await grantAffiliate(deps, { personId: one, name: "Lina", handle: "lina" });
    expect(await grantAffiliate(deps, { personId: two, name: "Lina", handle: "@Lina" })).toEqual({
      ok: false,
      error: { kind: "handle_taken" },
    });
    expect(await grantAffiliate(deps, { personId: two, name: "Lina", handle: "l" })).toEqual({
      ok: false,
      error: { kind: "handle_invalid" },
    });
  });
});
