import { expect, it } from "vitest";
import { STAFF_ROLES } from "~/domain/accounts/roles";
import { staffChangeProblem } from "~/domain/accounts/team";

it("keeps the last owner, and only the last", () => {
  for (const to of [null, ...STAFF_ROLES]) {
    expect(staffChangeProblem({ from: "owner", to, owners: 1 })).toBe(to === "owner" ? null : "last_owner");
    expect(staffChangeProblem({ from: "owner", to, owners: 2 })).toBeNull();
  }
});

it("lets anyone else change or go", () => {
  for (const from of STAFF_ROLES.slice(1))
    for (const to of [null, ...STAFF_ROLES]) expect(staffChangeProblem({ from, to, owners: 1 })).toBeNull();
});

it("says when there is nobody to change", () => {
  expect(staffChangeProblem({ from: null, to: "owner", owners: 1 })).toBe("not_a_member");
});
