import { useEffect } from "react";
import sheetStyles from "../sheet/sheet.module.css";
import { useSheet } from "../sheet/sheet-context";
import { SheetTop } from "../sheet/sheet-top";
import { useSheetData } from "../sheet/use-sheet-data";
import { useTexts } from "../texts/texts-context";
import { type CheckoutFacts, refusalIn } from "./checkout-facts";
import { CheckoutSums } from "./checkout-lines";
import { frameUrlOf, openedBy } from "./checkout-page";
import { CheckoutBody, isPayable } from "./checkout-view";
import { PayForm } from "./pay-form";
import { useCardFrame } from "./use-card-frame";

/** A checkout over the page that led to it: the same parts, the button always in reach. */
export function CheckoutSheet({ path }: { readonly path: string }) {
  const { t } = useTexts();
  const sheet = useSheet();
  const read = useSheetData<{ readonly facts: CheckoutFacts }>(path);
  const frame = useCardFrame(read === undefined ? null : frameUrlOf(read.facts));
  const next = read?.facts.next ?? null;
  const show = sheet?.show;
  useEffect(() => {
    if (next?.endsWith("/done") === true) show?.(next);
  }, [next, show]);
  if (read === undefined) return <SheetTop title={t("checkout.title")} waiting />;
  const refusal = refusalIn(sheet?.fetcher.data);
  const facts = openedBy(read.facts, refusal?.intent ?? null);
  return (
    <>
      <SheetTop title={t("checkout.title")} />
      {/* Each part begins at its top, wherever the one before was left. */}
      <div key={facts.open ?? "said"} className={sheetStyles.body}>
        <CheckoutBody facts={facts} answer={refusal} frame={frame} />
      </div>
      {isPayable(facts) ? (
        <div className={sheetStyles.foot}>
          <CheckoutSums checkout={facts.checkout} />
          <PayForm facts={facts} frame={frame} />
        </div>
      ) : null}
    </>
  );
}
