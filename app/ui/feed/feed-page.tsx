import type { Post } from "~/domain/posts/post";
import { EmptyState } from "../display/empty-state";
import { Section } from "../display/section";
import { buttonLook } from "../forms/button-look";
import { DemoEntrance } from "../home/demo-entrance";
import { Filling } from "../home/filling";
import { FirstBrand } from "../home/first-brand";
import { Shelf } from "../home/shelf";
import type { ShowcaseFacts } from "../home/showcase-facts";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import styles from "./feed-page.module.css";
import { PostCard } from "./post-card";

type Props = {
  readonly posts: readonly Post[];
  /** Where more of them stand; `null` when these are all. */
  readonly more: string | null;
  readonly showcase: ShowcaseFacts;
  readonly shops: readonly { readonly slug: string; readonly name: string }[];
  readonly demo: boolean;
  readonly anonymous: boolean;
  readonly now: number;
};

/** The start page: posts one under the other; beside them what this place is, who one can be in the demo, who sells here. */
export function FeedPage({ posts, more, showcase, shops, demo, anonymous, now }: Props) {
  const { t } = useTexts();
  const filling = demo && showcase.progress.some((one) => one.state !== "done");
  return (
    <div className={styles.feed}>
      <div className={styles.intro}>
        <h1 className={styles.say}>
          {t("home.sentence")} <em>{t("home.sentence_rest")}</em>
        </h1>
        {demo && anonymous ? <DemoEntrance /> : null}
        {filling ? <Filling progress={showcase.progress} /> : null}
      </div>
      <div className={styles.posts}>
        {posts.length === 0 ? <NoPosts showcase={showcase} demo={demo} /> : <p className={styles.order}>{t("feed.order")}</p>}
        {posts.map((post, index) => (
          <PostCard key={post.postId} post={post} now={now} first={index === 0} />
        ))}
        {more === null ? null : (
          <AppLink to={more} keepScroll className={`${buttonLook({})} ${styles.more}`}>
            {t("feed.more")}
          </AppLink>
        )}
      </div>
      {shops.length === 0 ? null : (
        <nav className={styles.shops} aria-label={t("feed.brands")}>
          <h2>{t("feed.brands")}</h2>
          <ul>
            {shops.map((shop) => (
              <li key={shop.slug}>
                <AppLink to={`/brands/${shop.slug}`}>{shop.name}</AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

/** Nobody has posted: the newest goods stand in the window, or what is missing before there are any. */
function NoPosts({ showcase, demo }: { readonly showcase: ShowcaseFacts; readonly demo: boolean }) {
  const { t } = useTexts();
  if (showcase.products.length > 0) {
    return (
      <Section title={t("home.shelf")} note={t("home.shelf_note", { count: showcase.products.length })}>
        <Shelf products={showcase.products} />
      </Section>
    );
  }
  if (!showcase.hasBrands && !demo) return <FirstBrand />;
  return (
    <EmptyState title={t("home.waiting.title")}>
      <p>{t("home.waiting.body")}</p>
    </EmptyState>
  );
}
