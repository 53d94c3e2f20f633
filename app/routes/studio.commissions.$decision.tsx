import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { DecisionId } from "~/domain/kernel/branded";
import { contextOf } from "~/http/context";
import { affiliateReader } from "~/http/credit-request";
import { notFound } from "~/http/refusals";
import { requireStudio } from "~/http/studio";
import { textsOf } from "~/http/texts";
import { readCommissionProof } from "~/services/read-commission-proof";
import { ProofPage } from "~/ui/commissions/proof-page";
import { pageTitle } from "~/ui/layout/page-title";

/** One line of the signed-in affiliate, explained down to the ledger. */
export async function loader(args: LoaderFunctionArgs) {
  const { studio } = await requireStudio(args);
  const { reach } = affiliateReader(studio);
  const proof = await readCommissionProof(contextOf(args).deps, { reach, decisionId: (args.params["decision"] ?? "") as DecisionId });
  if (proof === null) throw notFound();
  const { t } = textsOf(args);
  return { title: t("page.title", { page: t("proof.title") }), proof, zone: studio.zone };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Proof() {
  const { proof, zone } = useLoaderData<typeof loader>();
  return <ProofPage proof={proof} zone={zone} reader="affiliate" back="/studio/commissions" />;
}
