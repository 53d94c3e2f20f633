import { Section } from "../display/section";
import { useTexts } from "../texts/texts-context";
import { useProductViewed } from "../track/use-reports";
import { AddedNote } from "./added-note";
import { BuyForm } from "./buy-form";
import { Facts } from "./facts";
import { Gallery } from "./gallery";
import { OptionPicker } from "./option-picker";
import { PostGrid } from "./post-grid";
import type { ProductFacts } from "./product-facts";
import styles from "./product-page.module.css";
import { ProductTitle, promisesOf, StockNote } from "./product-words";

/** A product: its pictures, the choice, what is promised, where it was seen, and the way to buy it always in reach. */
export function ProductPage({ facts }: { readonly facts: ProductFacts }) {
  const texts = useTexts();
  const { t } = texts;
  const { product, posts, seenIn } = facts;
  useProductViewed(product.productId);
  return (
    <div className={styles.page}>
      <Gallery facts={facts} />
      <div className={styles.words}>
        <ProductTitle facts={facts} level="page" />
        <OptionPicker facts={facts} />
        <StockNote facts={facts} />
        {facts.added ? <AddedNote /> : null}
        <div className={styles.promises}>
          <Facts facts={promisesOf(texts, facts)} />
        </div>
        {product.description === "" ? null : (
          <div className={styles.description}>
            {product.description
              .split(/\n+/)
              .filter((line) => line !== "")
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </div>
        )}
      </div>
      <div className={styles.buybar}>
        <BuyForm facts={facts} />
      </div>
      {posts.length === 0 ? null : (
        <div className={styles.seen}>
          <Section title={t("product.seen", { count: seenIn })}>
            <PostGrid posts={posts} />
            {posts.some(({ paid }) => paid) ? <p className={styles.disclosure}>{t("product.disclosure")}</p> : null}
          </Section>
        </div>
      )}
    </div>
  );
}
