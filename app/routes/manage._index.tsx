import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/http/actor";
import { textsOf } from "~/http/texts";
import { BrandChoice } from "~/ui/home/brand-choice";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { PublicPage } from "~/ui/layout/public-page";

/** The brands of whoever is signed in; with one brand there is nothing to choose. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const [only, ...others] = actor.brands;
  if (only !== undefined && others.length === 0) throw redirect(`/manage/${only.slug}`);
  const { t } = textsOf(args);
  return { person: personOf(actor), title: t("page.title", { page: t("today.brands_title") }) };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Brands() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <PublicPage person={person}>
      <BrandChoice brands={person.brands} />
    </PublicPage>
  );
}
