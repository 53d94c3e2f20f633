import type { Shop } from "~/domain/catalog/shop";
import type { ShowcaseProduct } from "~/domain/catalog/showcase";
import type { Post } from "~/domain/posts/post";
import { EmptyState } from "../display/empty-state";
import { Section } from "../display/section";
import { buttonLook } from "../forms/button-look";
import { Shelf } from "../home/shelf";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import { Face } from "./face";
import { PostGrid } from "./post-grid";
import styles from "./window.module.css";

type Props = {
  readonly shop: Shop;
  readonly products: readonly ShowcaseProduct[];
  readonly total: number;
  /** Where more products stand; `null` when these are all. */
  readonly more: string | null;
  readonly posts: readonly Post[];
};

/** A brand's window: who sells, what, and where it was seen. */
export function BrandPage({ shop, products, total, more, posts }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles.window}>
      <div className={styles.head}>
        <Face name={shop.name} large />
        <div>
          <h1>{shop.name}</h1>
          <p>{t("brand.sells", { seller: shop.legalName, currency: shop.currency })}</p>
        </div>
      </div>
      {posts.length === 0 ? null : (
        <Section title={t("brand.seen")}>
          <PostGrid posts={posts} />
        </Section>
      )}
      {products.length === 0 ? (
        <EmptyState title={t("home.waiting.title")}>
          <p>{t("home.waiting.body")}</p>
        </EmptyState>
      ) : (
        <Section title={t("brand.shelf")} note={t("brand.count", { count: total })}>
          <Shelf products={products} branded={false} lazy={posts.length > 0} />
          {more === null ? null : (
            <AppLink to={more} keepScroll className={`${buttonLook({ wide: true })} ${styles.more}`}>
              {t("brand.more")}
            </AppLink>
          )}
        </Section>
      )}
    </div>
  );
}
