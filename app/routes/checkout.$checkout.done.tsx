import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { CheckoutId } from "~/domain/kernel/branded";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { readPlacedOrders } from "~/http/placed-orders";
import { textsOf } from "~/http/texts";
import { DonePage } from "~/ui/checkout/done-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { ShopPage } from "~/ui/shop/shop-page";

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const checkoutId = (args.params.checkout ?? "") as CheckoutId;
  const orders = await readPlacedOrders(args, checkoutId);
  if (orders === null) throw redirect(`/checkout/${checkoutId}`);
  const actor = await readActorOf(args);
  return {
    title: t("page.title", { page: t("done.title") }),
    person: actor === null ? null : personOf(actor),
    facts: { orders, now: contextOf(args).deps.clock.now() },
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Done() {
  const { person, facts } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person} width="read">
      <DonePage facts={facts} />
    </ShopPage>
  );
}
