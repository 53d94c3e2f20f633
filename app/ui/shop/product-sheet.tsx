import { useEffect, useRef } from "react";
import { Icon } from "../icons/icon";
import { AppLink } from "../layout/app-link";
import sheet from "../sheet/sheet.module.css";
import { useSheet } from "../sheet/sheet-context";
import { tagIn } from "../sheet/sheet-state";
import { SheetTop } from "../sheet/sheet-top";
import { useSheetData } from "../sheet/use-sheet-data";
import { useTexts } from "../texts/texts-context";
import { useProductViewed } from "../track/use-reports";
import { AddedNote } from "./added-note";
import { BuyForm } from "./buy-form";
import { Facts } from "./facts";
import { OptionPicker } from "./option-picker";
import { galleryOf, type ProductFacts } from "./product-facts";
import styles from "./product-sheet.module.css";
import { deliveryFacts, ProductTitle, StockNote } from "./product-words";

/** Half a sheet under the picture a product was tapped in: enough to choose and buy, and a way to everything else. */
export function ProductSheet({ path }: { readonly path: string }) {
  const texts = useTexts();
  const { t } = texts;
  const read = useSheetData<{ readonly facts: ProductFacts; readonly settled: string | null }>(path);
  useSettled(read?.settled ?? null);
  const ready = read !== undefined;
  useTagInView(tagIn(path), ready);
  useProductViewed(read?.facts.product.productId ?? null);
  if (read === undefined) return <SheetTop title={t("sheet.loading")} waiting />;
  const { facts } = read;
  const [picture] = galleryOf(facts);
  const details = <AppLink to={path}>{t("product.details")}</AppLink>;
  return (
    <>
      <SheetTop title={facts.product.title} quiet />
      <div className={sheet.body}>
        <div className={styles.item}>
          <span className={styles.picture}>
            {picture === undefined ? <Icon name="hanger" /> : <img src={picture.url} alt={picture.alt} width={88} height={88} />}
          </span>
          <ProductTitle facts={facts} level="sheet" />
        </div>
        <OptionPicker facts={facts} />
        <StockNote facts={facts} />
        {facts.added ? <AddedNote /> : null}
        <Facts facts={withAction(deliveryFacts(texts, facts), details)} />
        {facts.delivery === null ? <p className={styles.details}>{details}</p> : null}
      </div>
      <div className={sheet.foot}>
        <BuyForm facts={facts} />
      </div>
    </>
  );
}

/** The tap's signed id belongs into the address from now on, so that it is kept with what is bought. */
function useSettled(settled: string | null): void {
  const show = useSheet()?.show;
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (settled === null || followed.current === settled) return;
    followed.current = settled;
    show?.(settled);
  }, [settled, show]);
}

function withAction(facts: ReturnType<typeof deliveryFacts>, action: JSX.Element): ReturnType<typeof deliveryFacts> {
  return facts.map((fact) => ({ ...fact, action }));
}

/** On a short screen the sheet would cover the very thing that was tapped: the page moves until its tag is in view. */
function useTagInView(tagId: string | null, ready: boolean): void {
  useEffect(() => {
    if (tagId === null || !ready) return;
    const tag = document.getElementById(`t-${tagId}`)?.getBoundingClientRect();
    const top = document.querySelector("dialog[open]")?.getBoundingClientRect();
    if (tag === undefined || top === undefined || top.top < ROOM) return;
    const low = tag.top + ROOM - top.top;
    if (low > 0) window.scrollBy({ top: low });
  }, [tagId, ready]);
}

/** A label and its string, below or above the dot. */
const ROOM = 72;
