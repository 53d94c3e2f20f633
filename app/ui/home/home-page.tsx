import { EmptyState } from "../display/empty-state";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { useTexts } from "../texts/texts-context";
import { DemoEntrance } from "./demo-entrance";
import { Filling } from "./filling";
import { FirstBrand } from "./first-brand";
import styles from "./home-page.module.css";
import { Shelf } from "./shelf";
import type { ShowcaseFacts } from "./showcase-facts";

type Props = {
  readonly showcase: ShowcaseFacts;
  readonly demo: boolean;
  /** Nobody is signed in. */
  readonly anonymous: boolean;
};

/** The start page: what Vitrine is, who one can be in the demo, and what is on the shelf. */
export function HomePage({ showcase, demo, anonymous }: Props) {
  const { t } = useTexts();
  const { products, hasBrands, progress } = showcase;
  const filling = demo && progress.some((one) => one.state !== "done");
  return (
    <>
      <Say rest={t("home.sentence_rest")}>{t("home.sentence")}</Say>
      <div className={styles.parts}>
        {demo && anonymous ? <DemoEntrance /> : null}
        {filling ? <Filling progress={progress} /> : null}
        {products.length > 0 ? (
          <Section title={t("home.shelf")} note={t("home.shelf_note", { count: products.length })}>
            <Shelf products={products} />
          </Section>
        ) : hasBrands || demo ? (
          <EmptyState title={t("home.waiting.title")}>
            <p>{t("home.waiting.body")}</p>
          </EmptyState>
        ) : (
          <FirstBrand />
        )}
      </div>
    </>
  );
}
