import type { PersonId, PostId } from "~/domain/kernel/branded";
import type { Post } from "~/domain/posts/post";
import { findPost } from "~db/queries/posts";
import type { Deps } from "./deps";

/** A post as this viewer sees it; `undefined` when there is none. */
export async function readPost(
  deps: Pick<Deps, "db">,
  asked: { readonly postId: PostId; readonly viewer: PersonId | null },
): Promise<Post | undefined> {
  return findPost(deps.db.query, asked);
}
