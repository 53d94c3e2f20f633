import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { shownOf } from "~/http/shown";
import { textsOf } from "~/http/texts";
import { listFeed } from "~/services/list-feed";
import { FeedPage } from "~/ui/feed/feed-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { usePolling } from "~/ui/layout/use-polling";
import { ShopPage } from "~/ui/shop/shop-page";

/** Bars that move every two seconds look alive without asking much. */
const POLL_MS = 2_000;

/** Posts at first, and as many more each time. */
const STEP = 12;

export async function loader(args: LoaderFunctionArgs) {
  const { deps, env } = contextOf(args);
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const shown = shownOf(args.request, STEP);
  const { posts, total, shops, ...showcase } = await listFeed(deps, { viewer: actor?.personId ?? null, shown });
  return {
    title: t("page.title", { page: t("home.title") }),
    person: actor === null ? null : personOf(actor),
    demo: env.demo,
    now: deps.clock.now(),
    posts,
    more: total > shown ? `/?shown=${shown + STEP}#p-${posts.at(-1)?.postId ?? ""}` : null,
    shops,
    showcase,
  };
}

export { notFoundAction as action } from "~/http/refusals";

/** The first picture is what a visitor waits for: it is asked for before the page is read to its end. */
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const picture = data?.posts[0]?.picture.url;
  const preload = { tagName: "link", rel: "preload", as: "image", href: picture };
  return [...pageTitle({ data }), ...(picture === undefined ? [] : [preload])];
};

export default function Home() {
  const { person, ...facts } = useLoaderData<typeof loader>();
  const filling = facts.demo && !facts.showcase.progress.some((one) => one.key === "demo.history" && one.state === "done");
  usePolling(filling, POLL_MS);
  return (
    <ShopPage person={person}>
      {filling ? (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      ) : null}
      <FeedPage {...facts} anonymous={person === null} />
    </ShopPage>
  );
}
