import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStudio } from "~/http/studio";
import { streamVersions } from "~/http/version-stream";

export { notFoundAction as action } from "~/http/refusals";

/** Tells an affiliate's open page when the figures of a brand they work with change. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, studio } = await requireStudio(args);
  return streamVersions(args, { personId: actor.personId, brandIds: studio.brands.map((brand) => brand.brandId) });
}
