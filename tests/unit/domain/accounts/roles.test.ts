import { describe, expect, it } from "vitest";
import { type BrandAction, mayOnBrand, STAFF_ROLES } from "~/domain/accounts/roles";

/** Every cell, written out by hand. */
const EXPECTED: Record<BrandAction, Record<(typeof STAFF_ROLES)[number], boolean>> = {
  read_reports: { owner: true, manager: true, fulfilment: true, analyst: true },
  read_catalog: { owner: true, manager: true, fulfilment: true, analyst: true },
  import_catalog: { owner: true, manager: true, fulfilment: false, analyst: false },
  read_team: { owner: true, manager: true, fulfilment: false, analyst: false },
  change_team: { owner: true, manager: false, fulfilment: false, analyst: false },
};

describe("mayOnBrand", () => {
  it("allows each role exactly its actions", () => {
    for (const [action, cells] of Object.entries(EXPECTED)) {
      for (const role of STAFF_ROLES) expect([action, role, mayOnBrand(role, action as BrandAction)]).toEqual([action, role, cells[role]]);
    }
  });
});
