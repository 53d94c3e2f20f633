import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { textsOf } from "~/http/texts";
import { listShowcase } from "~/services/list-showcase";
import { HomePage } from "~/ui/home/home-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { PublicPage } from "~/ui/layout/public-page";
import { usePolling } from "~/ui/layout/use-polling";

/** Bars that move every two seconds look alive without asking much. */
const POLL_MS = 2_000;

export async function loader(args: LoaderFunctionArgs) {
  const { deps, env } = contextOf(args);
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  return {
    title: t("page.title", { page: t("home.title") }),
    person: actor === null ? null : personOf(actor),
    demo: env.demo,
    showcase: await listShowcase(deps),
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Home() {
  const { person, demo, showcase } = useLoaderData<typeof loader>();
  const filling = demo && !showcase.progress.some((one) => one.key === "demo.history" && one.state === "done");
  usePolling(filling, POLL_MS);
  return (
    <PublicPage person={person}>
      {filling ? (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      ) : null}
      <HomePage showcase={showcase} demo={demo} anonymous={person === null} />
    </PublicPage>
  );
}
