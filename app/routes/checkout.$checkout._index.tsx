import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { CheckoutId } from "~/domain/kernel/branded";
import { readActorOf } from "~/http/actor";
import { readCheckoutFacts } from "~/http/checkout-facts";
import { answerCheckoutForm } from "~/http/checkout-forms";
import { textsOf } from "~/http/texts";
import { CheckoutPage } from "~/ui/checkout/checkout-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { ShopPage } from "~/ui/shop/shop-page";

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const facts = await readCheckoutFacts(args, (args.params.checkout ?? "") as CheckoutId);
  const inSheet = new URL(args.request.url).searchParams.get("in") === "sheet";
  // A sheet is told what became of it; a page goes there.
  if (facts.next !== null && !inSheet) throw redirect(facts.next);
  return { title: t("page.title", { page: t("checkout.title") }), person: actor === null ? null : personOf(actor), facts };
}

export async function action(args: ActionFunctionArgs) {
  return answerCheckoutForm(args, (args.params.checkout ?? "") as CheckoutId);
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Checkout() {
  const { person, facts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ShopPage person={person} width="read">
      <CheckoutPage facts={facts} answer={answer} />
    </ShopPage>
  );
}
