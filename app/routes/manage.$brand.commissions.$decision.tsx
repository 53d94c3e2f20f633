import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { DecisionId } from "~/domain/kernel/branded";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { brandReader } from "~/http/credit-request";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { readCommissionProof } from "~/services/read-commission-proof";
import { ProofPage } from "~/ui/commissions/proof-page";
import { pageTitle } from "~/ui/layout/page-title";

/** One line of the brand, explained down to the ledger. */
export async function loader(args: LoaderFunctionArgs) {
  const { brand } = await requireBrand(args, "read_reports");
  const { reach } = brandReader(brand);
  const proof = await readCommissionProof(contextOf(args).deps, { reach, decisionId: (args.params["decision"] ?? "") as DecisionId });
  if (proof === null) throw notFound();
  const { t } = textsOf(args);
  return { title: t("page.title", { page: `${t("proof.title")} — ${brand.name}` }), slug: brand.slug, zone: brand.timezone, proof };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Proof() {
  const { slug, zone, proof } = useLoaderData<typeof loader>();
  return <ProofPage proof={proof} zone={zone} reader="brand" back={`/manage/${slug}/commissions`} />;
}
