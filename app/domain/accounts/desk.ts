import type { BrandId, Zone } from "../kernel/branded";
import type { Currency } from "../kernel/currency";
import type { StaffRole } from "./roles";

/** A brand as a member of its team sees it: what its pages need before anything else. */
export type Desk = {
  readonly brandId: BrandId;
  readonly slug: string;
  readonly name: string;
  readonly currency: Currency;
  readonly timezone: Zone;
  readonly country: string;
  readonly status: "invited" | "onboarding" | "live" | "suspended";
  readonly role: StaffRole;
};
