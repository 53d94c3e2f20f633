import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { answerCancelForm } from "~/http/cancel-form";
import { contextOf } from "~/http/context";
import { notFound } from "~/http/refusals";
import { shopperOf } from "~/http/shopper";
import { textsOf } from "~/http/texts";
import { readOrder } from "~/services/read-order";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { OrderPage } from "~/ui/orders/order-page";
import { ShopPage } from "~/ui/shop/shop-page";

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = contextOf(args);
  const { t } = textsOf(args);
  const read = await readOrder(deps, { by: await shopperOf(args), number: args.params.order ?? "" });
  if (!read.ok) throw notFound();
  const actor = await readActorOf(args);
  return {
    title: t("page.title", { page: t("order.title", { number: read.value.number }) }),
    person: actor === null ? null : personOf(actor),
    order: read.value,
    now: deps.clock.now(),
    canceled: new URL(args.request.url).searchParams.get("done") === "canceled",
  };
}

export async function action(args: ActionFunctionArgs) {
  const answer = await answerCancelForm(args, args.params.order ?? "");
  return typeof answer === "string" ? redirect(answer) : answer;
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Order() {
  const { person, ...facts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ShopPage person={person} width="read">
      <OrderPage {...facts} refused={answer?.message ?? null} />
    </ShopPage>
  );
}
