import type { Post } from "~/domain/posts/post";
import { tellAgo } from "../format/ago";
import { AppLink } from "../layout/app-link";
import { Face } from "../shop/face";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import { usePostSeen } from "../track/use-reports";
import { authorName, authorPath, brandsShown } from "./author";
import { FollowForm } from "./follow-form";
import styles from "./post-card.module.css";
import { TaggedPicture } from "./tagged-picture";

type Props = {
  readonly post: Post;
  /** Epoch milliseconds of the answer. */
  readonly now: number;
  /** The first picture of a page comes at once, the others as they come near. */
  readonly first?: boolean;
  /** The post is the page, so its author is the page's title. */
  readonly title?: boolean;
};

/** A post as the feed shows it: who, the label the law wants, the picture with its tags, the words. */
export function PostCard({ post, now, first = false, title = false }: Props) {
  const { t } = useTexts();
  const name = authorName(post.author);
  const seen = usePostSeen(post.postId);
  return (
    <article ref={seen} id={`p-${post.postId}`} className={styles.post} aria-label={t("post.label", { name })}>
      <PostHead post={post} now={now} title={title} />
      <TaggedPicture post={post} eager={first} />
      <div className={styles.words}>
        {post.caption === "" ? null : (
          <p>
            <b>{name}</b> {post.caption}
          </p>
        )}
        {post.tags.length === 0 ? null : (
          <p className={styles.shown}>
            {brandsShown(post.tags).map((brand) => (
              <AppLink key={brand} to={`/brands/${slugOf(post, brand)}`}>
                {brand}
              </AppLink>
            ))}
            {title ? null : (
              <AppLink to={`/posts/${post.postId}`} label={t("post.open_label", { name })}>
                {t("post.things", { count: post.tags.length })}
              </AppLink>
            )}
          </p>
        )}
      </div>
    </article>
  );
}

function slugOf(post: Post, name: string): string {
  return post.tags.find(({ brand }) => brand.name === name)?.brand.slug ?? "";
}

function PostHead({ post, now, title }: Required<Pick<Props, "post" | "now" | "title">>) {
  const texts = useTexts();
  const { author } = post;
  const name = authorName(author);
  const by = (
    <AppLink className={styles.author} to={authorPath(author)}>
      {name}
    </AppLink>
  );
  return (
    <div className={styles.head}>
      <Face name={author.name} />
      <div className={styles.who}>
        <div className={styles.by}>
          {title ? <h1>{by}</h1> : by} <span>· {tellAgo(texts, post.publishedAt, now)}</span>
        </div>
        {post.paid ? <p className={styles.paid}>{paidLabel(texts, post)}</p> : null}
      </div>
      {author.kind === "affiliate" ? <FollowForm handle={author.handle} followed={post.followed} quiet /> : null}
    </div>
  );
}

function paidLabel({ t, locale }: Texts, { tags }: Post): string {
  const brands = brandsShown(tags);
  if (brands.length === 0) return t("post.paid");
  return t("post.paid_with", { brands: new Intl.ListFormat(locale, { type: "conjunction" }).format(brands) });
}
