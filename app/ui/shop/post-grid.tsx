import type { Post } from "~/domain/posts/post";
import { authorName } from "../feed/author";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import styles from "./post-grid.module.css";

/** Posts as pictures side by side, each a way to the post. */
export function PostGrid({ posts }: { readonly posts: readonly Post[] }) {
  const { t } = useTexts();
  return (
    <ul className={styles.grid}>
      {posts.map((post) => (
        <li key={post.postId}>
          <AppLink to={`/posts/${post.postId}`} className={styles.post}>
            <img
              src={post.picture.url}
              alt={post.picture.alt}
              width={post.picture.width}
              height={post.picture.height}
              loading="lazy"
              decoding="async"
            />
            <span className={styles.by}>
              <span className="visually-hidden">{t("post.by")} </span>
              {authorName(post.author)}
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
