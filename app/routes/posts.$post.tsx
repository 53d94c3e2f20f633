import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { PostId } from "~/domain/kernel/branded";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { readPost } from "~/services/read-post";
import { authorName } from "~/ui/feed/author";
import { PostPage } from "~/ui/feed/post-page";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { ShopPage } from "~/ui/shop/shop-page";

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = contextOf(args);
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const post = await readPost(deps, { postId: (args.params.post ?? "") as PostId, viewer: actor?.personId ?? null });
  if (post === undefined) throw notFound();
  return {
    title: t("page.title", { page: t("post.label", { name: authorName(post.author) }) }),
    person: actor === null ? null : personOf(actor),
    now: deps.clock.now(),
    post,
  };
}

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Post() {
  const { person, post, now } = useLoaderData<typeof loader>();
  return (
    <ShopPage person={person}>
      <PostPage post={post} now={now} />
    </ShopPage>
  );
}
