import type { Actor } from "./roles";

/** Where a person begins: their brand's desk, the operator's, else their account. */
export function landingPath(actor: Actor | null): string {
  const brand = actor?.brands[0];
  if (brand !== undefined) return `/manage/${brand.slug}`;
  return actor?.isOperator === true ? "/ops" : "/account";
}
