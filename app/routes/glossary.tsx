import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { textsOf } from "~/http/texts";
import { GlossaryPage } from "~/ui/glossary/glossary-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { PublicPage } from "~/ui/layout/public-page";

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  return { title: t("page.title", { page: t("glossary.title") }), person: actor === null ? null : personOf(actor) };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Glossary() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <PublicPage person={person}>
      <GlossaryPage />
    </PublicPage>
  );
}
