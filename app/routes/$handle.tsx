import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { type Handle, parseHandle } from "~/domain/accounts/handle";
import { readActorOf, requireActor } from "~/http/actor";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { badRequest, notFound } from "~/http/refusals";
import { safePath } from "~/http/safe-path";
import { textsOf } from "~/http/texts";
import { followSchema } from "~/schemas/shop";
import { followAffiliate } from "~/services/follow-affiliate";
import { readStorefront } from "~/services/read-storefront";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { ShopPage } from "~/ui/shop/shop-page";
import { StorefrontPage } from "~/ui/shop/storefront-page";

/** Only `/@handle` is a storefront; any other address of one part belongs to nobody. */
function handleOf(text: string | undefined): Handle {
  const handle = text?.startsWith("@") === true ? parseHandle(text) : undefined;
  if (handle === undefined || text !== `@${handle}`) throw notFound();
  return handle;
}

export async function loader(args: LoaderFunctionArgs) {
  const handle = handleOf(args.params.handle);
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const storefront = await readStorefront(contextOf(args).deps, { handle, viewer: actor?.personId ?? null });
  if (storefront === undefined) throw notFound();
  return {
    title: t("page.title", { page: `${storefront.name} (@${storefront.handle})` }),
    person: actor === null ? null : personOf(actor),
    storefront,
  };
}

/** Follows the creator, or no longer. */
export async function action(args: ActionFunctionArgs) {
  const handle = handleOf(args.params.handle);
  const actor = await requireActor(args);
  const form = await parseForm(args.request, followSchema);
  if (!form.ok) throw badRequest();
  const followed = await followAffiliate(contextOf(args).deps, { personId: actor.personId, handle, follow: form.value.follow === "1" });
  if (!followed.ok) throw notFound();
  return redirect(safePath(form.value.back, `/@${handle}`));
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Store() {
  const { person, storefront } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person}>
      <StorefrontPage {...storefront} />
    </ShopPage>
  );
}
