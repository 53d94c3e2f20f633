import type { z } from "zod";
import type { Outcome } from "~/domain/kernel/outcome";
import { refused } from "~/domain/kernel/outcome";
import type { brandSchema } from "~/schemas/ops";
import { type BrandRefusal, createBrand } from "~/services/create-brand";
import { findPerson } from "~/services/find-person";
import type { WebDeps } from "~/services/web-deps";

type CreatedBrand = Outcome<{ readonly slug: string }, BrandRefusal | { readonly kind: "owner_unknown" }>;

/** Creates the brand of an operator's form, which can sell at once, with its owner when one is named. */
export async function createBrandOf(form: z.output<typeof brandSchema>, deps: WebDeps): Promise<CreatedBrand> {
  const { slug = "", owner = "", ...facts } = form;
  const wanted = { ...facts, ...(slug.trim() === "" ? {} : { slug }), status: "live" } as const;
  if (owner.trim() === "") return createBrand(deps, wanted);
  const person = await findPerson(deps, { email: owner });
  if (person === null || !person.verified) return refused({ kind: "owner_unknown" });
  return createBrand(deps, { ...wanted, ownerId: person.personId });
}
