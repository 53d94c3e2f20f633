import type { Brand } from "~/domain/catalog/brand";
import type { Deps } from "~/services/deps";
import { findBrand } from "~/services/find-brand";
import { listBrands } from "~/services/list-brands";
import { UsageError } from "./command";

/** The brand with this slug. Errors: UsageError that lists the slugs there are. */
export async function brandOption(deps: Deps, slug: string): Promise<Brand> {
  const brand = await findBrand(deps, { slug });
  if (brand !== undefined) return brand;
  const slugs = (await listBrands(deps)).map((known) => known.slug);
  const help = slugs.length === 0 ? "There is none yet; make one with create-brand." : `Brands: ${slugs.join(", ")}.`;
  throw new UsageError(`No brand has the slug "${slug}". ${help}`);
}
