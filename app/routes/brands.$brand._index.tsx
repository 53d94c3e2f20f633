import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { notFound } from "~/http/refusals";
import { shownOf } from "~/http/shown";
import { textsOf } from "~/http/texts";
import { readBrandPage } from "~/services/read-brand-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { BrandPage } from "~/ui/shop/brand-page";
import { ShopPage } from "~/ui/shop/shop-page";

/** Products at first, and as many more each time. */
const STEP = 24;

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = contextOf(args);
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const shown = shownOf(args.request, STEP);
  const found = await readBrandPage(deps, { slug: args.params.brand ?? "", viewer: actor?.personId ?? null, shown });
  if (found === undefined) throw notFound();
  return {
    title: t("page.title", { page: found.shop.name }),
    person: actor === null ? null : personOf(actor),
    window: { ...found, more: found.total > shown ? `/brands/${found.shop.slug}?shown=${shown + STEP}` : null },
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Brand() {
  const { person, window } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person}>
      <BrandPage {...window} />
    </ShopPage>
  );
}
