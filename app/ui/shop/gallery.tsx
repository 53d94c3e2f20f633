import { Icon } from "../icons/icon";
import { useTexts } from "../texts/texts-context";
import styles from "./gallery.module.css";
import { galleryOf, type ProductFacts } from "./product-facts";

/** The pictures beside each other, the chosen variant's first; swiped on phones, with the keyboard by the arrows. */
export function Gallery({ facts }: { readonly facts: ProductFacts }) {
  const { t } = useTexts();
  const pictures = galleryOf(facts);
  if (pictures.length === 0) {
    return (
      <div className={styles.none}>
        <Icon name="hanger" />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section key={pictures[0]?.url} className={styles.gallery} aria-label={t("product.pictures")} tabIndex={0}>
      {pictures.map((picture, index) => (
        <img
          key={picture.url}
          src={picture.url}
          alt={picture.alt}
          width={560}
          height={560}
          loading={index === 0 ? "eager" : "lazy"}
          decoding={index === 0 ? "auto" : "async"}
        />
      ))}
    </section>
  );
}
