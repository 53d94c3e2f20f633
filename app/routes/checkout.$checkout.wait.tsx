import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { CheckoutId } from "~/domain/kernel/branded";
import { readActorOf } from "~/http/actor";
import { nextAfter } from "~/http/checkout-forms";
import { contextOf } from "~/http/context";
import { notFound } from "~/http/refusals";
import { shopperOf } from "~/http/shopper";
import { textsOf } from "~/http/texts";
import { settleCheckout } from "~/services/settle-checkout";
import { WaitPage } from "~/ui/checkout/wait-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { usePolling } from "~/ui/layout/use-polling";
import { ShopPage } from "~/ui/shop/shop-page";

/** Banks answer within seconds; each look asks the provider. */
const POLL_MS = 2_000;

/** Where a shopper waits for their bank, and comes back to from it; it leads on by itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const checkoutId = (args.params.checkout ?? "") as CheckoutId;
  const settled = await settleCheckout(contextOf(args).deps, { checkoutId, by: await shopperOf(args) });
  if (!settled.ok && settled.error.kind === "not_paid") throw redirect(`/checkout/${checkoutId}`);
  if (!settled.ok) throw notFound();
  const answer = settled.value;
  if (answer.kind === "placed" || answer.kind === "failed") throw redirect(nextAfter(answer));
  const actor = await readActorOf(args);
  return {
    title: t("page.title", { page: t("wait.title") }),
    person: actor === null ? null : personOf(actor),
    challengeUrl: answer.kind === "challenge" ? answer.url : null,
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Wait() {
  const { person, challengeUrl } = useLoaderData<typeof loader>();
  usePolling(true, POLL_MS);
  return (
    <ShopPage person={person} width="read">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <WaitPage challengeUrl={challengeUrl} />
    </ShopPage>
  );
}
