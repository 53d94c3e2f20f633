import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { chooseVariant } from "~/domain/catalog/choose-variant";
import type { VariantId } from "~/domain/kernel/branded";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { countryOf } from "~/http/country";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { readProduct } from "~/services/read-product";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { ProductPage } from "~/ui/shop/product-page";
import { ShopPage } from "~/ui/shop/shop-page";

/** A tag's id as addresses carry it; anything else is dropped. */
const TAG = /^[A-Za-z0-9_-]{1,60}$/;

export async function loader(args: LoaderFunctionArgs) {
  const { deps, settled } = contextOf(args);
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const query = new URL(args.request.url).searchParams;
  const { brand: slug = "", product: handle = "" } = args.params;
  const found = await readProduct(deps, { slug, handle, country: countryOf(args.request), viewer: actor?.personId ?? null });
  const wanted = query.get("variant") as VariantId | null;
  const choice = found === undefined ? null : chooseVariant(found.product, wanted);
  if (found === undefined || choice === null) throw notFound();
  const tag = query.get("tag") ?? query.get("at");
  return {
    title: t("page.title", { page: `${found.product.title} — ${found.shop.name}` }),
    person: actor === null ? null : personOf(actor),
    settled: settledFor(args.request, settled, tag),
    facts: { ...found, choice, tag: tag !== null && TAG.test(tag) ? tag : null, added: query.get("added") === "1" },
  };
}

/** A tap of a visitor without consent rides in addresses from here on; a sheet is told its new one, a page was led there. */
function settledFor(request: Request, settled: string | null, tag: string | null): string | null {
  if (settled === null || new URL(request.url).searchParams.get("in") !== "sheet") return null;
  return `${settled.replace(/[?&]in=sheet/, "")}${tag === null ? "" : `&at=${tag}`}`;
}

export { notFoundAction as action } from "~/http/refusals";

/** After something was put into the bag from a sheet its product is the same: reading it again would be a second tap. */
export function shouldRevalidate({ currentUrl, nextUrl, formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate && !(formAction === "/bag" && currentUrl.href === nextUrl.href);
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Product() {
  const { person, facts } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person}>
      <ProductPage facts={facts} />
    </ShopPage>
  );
}
