import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { answerBagForm } from "~/http/bag-forms";
import { contextOf } from "~/http/context";
import { bagKeyOf } from "~/http/shopper";
import { textsOf } from "~/http/texts";
import { readBag } from "~/services/read-bag";
import { BagPage } from "~/ui/bag/bag-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { ShopPage } from "~/ui/shop/shop-page";

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  return {
    title: t("page.title", { page: t("bag.title") }),
    person: actor === null ? null : personOf(actor),
    bag: await readBag(contextOf(args).deps, await bagKeyOf(args)),
    said: new URL(args.request.url).searchParams.get("said"),
  };
}

export async function action(args: ActionFunctionArgs) {
  return answerBagForm(args);
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Bag() {
  const { person, bag, said } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person} width="read">
      <BagPage bag={bag} said={said} />
    </ShopPage>
  );
}
