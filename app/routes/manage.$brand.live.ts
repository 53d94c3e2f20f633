import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBrand } from "~/http/brand";
import { streamVersions } from "~/http/version-stream";

export { notFoundAction as action } from "~/http/refusals";

/** Tells an open page the version of its brand's figures, now and whenever it changes. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, brand } = await requireBrand(args, "read_reports");
  return streamVersions(args, { personId: actor.personId, brandIds: [brand.brandId] });
}
