import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/http/actor";
import { createBrandOf } from "~/http/brand-form";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { badRequest } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { brandSchema } from "~/schemas/ops";
import { listBrands } from "~/services/list-brands";
import { pageTitle } from "~/ui/layout/page-title";
import { BrandsPage } from "~/ui/ops/brands-page";

export async function loader(args: LoaderFunctionArgs) {
  await requireOperator(args);
  const { t } = textsOf(args);
  const created = new URL(args.request.url).searchParams.get("created");
  const brands = await listBrands(contextOf(args).deps);
  return {
    title: t("page.title", { page: t("ops.brands.title") }),
    brands,
    created: brands.find((brand) => brand.slug === created)?.name ?? null,
  };
}

/** Creates a brand; its owner adds the others on its Team page, which nobody but its team can open. */
export async function action(args: ActionFunctionArgs) {
  await requireOperator(args);
  const form = await parseForm(args.request, brandSchema);
  if (!form.ok) throw badRequest();
  const created = await createBrandOf(form.value, contextOf(args).deps);
  if (created.ok) return redirect(`/ops/brands?created=${created.value.slug}`);
  return data({ refused: created.error.kind, values: form.value }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Brands() {
  const { brands, created } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <BrandsPage brands={brands} created={created} refused={answer?.refused ?? null} values={answer?.values ?? {}} />;
}
