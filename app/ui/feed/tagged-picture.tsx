import type { Post, PostTag } from "~/domain/posts/post";
import { formatRoundMoney } from "../format/money";
import { useNonce } from "../layout/nonce-context";
import { useOpenSheet } from "../sheet/sheet-host";
import { SheetLink } from "../sheet/sheet-link";
import { tagIn } from "../sheet/sheet-state";
import { useTexts } from "../texts/texts-context";
import { type Hanging, placeTags } from "./place-tags";
import { productPath } from "./product-path";
import styles from "./tagged-picture.module.css";

/** A post's picture with its swing tags: each hangs on a string from its place, and is a link to the product. */
export function TaggedPicture({ post, eager }: { readonly post: Post; readonly eager: boolean }) {
  const { t, locale } = useTexts();
  const { picture, tags } = post;
  const labels = tags.map((tag) => (tag.soldOut ? t("home.sold_out") : formatRoundMoney(locale, tag.priceMinor, tag.currency)));
  const places = placeTags(
    tags.map((tag, index) => ({ xPpm: tag.xPpm, yPpm: tag.yPpm, letters: tag.title.length + 1 + (labels[index]?.length ?? 0) })),
    picture.height / picture.width,
  );
  return (
    <div className={styles.picture}>
      <img
        src={picture.url}
        alt={picture.alt}
        width={picture.width}
        height={picture.height}
        loading={eager ? "eager" : "lazy"}
        decoding={eager ? "auto" : "async"}
      />
      <style nonce={useNonce()}>{tags.map(placeOf).join("")}</style>
      <ul className={styles.tags}>
        {tags.map((tag, index) => (
          <li key={tag.tagId} id={`t-${tag.tagId}`} data-tag={tag.tagId}>
            <Tag tag={tag} price={labels[index] ?? ""} hanging={places[index]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Style attributes are refused by the policy; the places stand in a style of this answer's own. */
function placeOf({ tagId, xPpm, yPpm }: PostTag): string {
  return `#t-${tagId}{left:${xPpm / 10_000}%;top:${yPpm / 10_000}%}`;
}

function Tag({ tag, price, hanging }: { readonly tag: PostTag; readonly price: string; readonly hanging: Hanging | undefined }) {
  const chosen = tagIn(useOpenSheet()) === tag.tagId;
  const names = [
    styles.tag,
    hanging?.side === "above" ? styles.above : styles.below,
    hanging?.grows === "left" ? styles.left : styles.right,
    hanging?.bare === true && styles.bare,
    chosen && styles.on,
  ];
  return (
    <SheetLink to={productPath(tag)} className={names.filter(Boolean).join(" ")} current={chosen ? "true" : undefined}>
      <span className={styles.words}>
        {tag.title} <b>{price}</b>
      </span>
      <i aria-hidden="true" />
    </SheetLink>
  );
}
