import type { Post } from "~/domain/posts/post";
import { Section } from "../display/section";
import { formatMoney } from "../format/money";
import { Icon } from "../icons/icon";
import { SheetLink } from "../sheet/sheet-link";
import { useTexts } from "../texts/texts-context";
import { PostCard } from "./post-card";
import styles from "./post-page.module.css";
import { productPath } from "./product-path";

/** One post, and the things in it as a list beside the picture. */
export function PostPage({ post, now }: { readonly post: Post; readonly now: number }) {
  const { t, locale } = useTexts();
  return (
    <div className={styles.page}>
      <PostCard post={post} now={now} first title />
      {post.tags.length === 0 ? null : (
        <div className={styles.things}>
          <Section title={t("post.shown")}>
            <ul>
              {post.tags.map((tag) => (
                <li key={tag.tagId}>
                  <SheetLink to={productPath(tag)} className={styles.thing}>
                    <span className={styles.words}>
                      <b>{tag.title}</b>
                      <span>{tag.brand.name}</span>
                    </span>
                    <span>{tag.soldOut ? t("home.sold_out") : formatMoney(locale, tag.priceMinor, tag.currency)}</span>
                    <Icon name="right" small />
                  </SheetLink>
                </li>
              ))}
            </ul>
          </Section>
          {post.paid && post.author.kind === "affiliate" ? (
            <p className={styles.disclosure}>{t("post.disclosure", { name: post.author.handle })}</p>
          ) : null}
        </div>
      )}
    </div>
  );
}
