import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { shopperOf } from "~/http/shopper";
import { textsOf } from "~/http/texts";
import { listOrders } from "~/services/list-orders";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { OrdersPage } from "~/ui/orders/orders-page";
import { ShopPage } from "~/ui/shop/shop-page";

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const asked = new URL(args.request.url).searchParams.get("page") ?? "";
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const { orders, total, pageSize } = await listOrders(contextOf(args).deps, { by: await shopperOf(args), page });
  return {
    title: t("page.title", { page: t("orders.title") }),
    person: actor === null ? null : personOf(actor),
    orders,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Orders() {
  const { person, orders, page, pages } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person} width="read">
      <OrdersPage orders={orders} page={page} pages={pages} anonymous={person === null} />
    </ShopPage>
  );
}
