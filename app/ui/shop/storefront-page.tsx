import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { Post } from "~/domain/posts/post";
import { EmptyState } from "../display/empty-state";
import { Section } from "../display/section";
import { FollowForm } from "../feed/follow-form";
import { Shelf } from "../home/shelf";
import { useTexts } from "../texts/texts-context";
import { Face } from "./face";
import { PostGrid } from "./post-grid";
import styles from "./window.module.css";

type Props = {
  readonly handle: string;
  readonly name: string;
  readonly followers: number;
  readonly followed: boolean;
  readonly posts: readonly Post[];
  readonly products: readonly ShowcaseProduct[];
};

/** A creator's window: who they are, what they showed, what can be bought of it. */
export function StorefrontPage({ handle, name, followers, followed, posts, products }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.window}>
      <div className={styles.head}>
        <Face name={name} large />
        <div>
          <h1>{name}</h1>
          <p>
            {`@${handle}`} · {t("store.followers", { count: followers })}
          </p>
        </div>
        <FollowForm handle={handle} followed={followed} />
      </div>
      {posts.length === 0 ? (
        <EmptyState>{t("store.empty")}</EmptyState>
      ) : (
        <Section title={t("store.posts", { count: posts.length })}>
          <PostGrid posts={posts} />
        </Section>
      )}
      {products.length === 0 ? null : (
        <Section title={t("store.shelf")} note={t("store.earns")}>
          <Shelf products={products} lazy />
        </Section>
      )}
    </div>
  );
}
