import { useTexts } from "../texts/texts-context";
import styles from "./checkout.module.css";
import { type CheckoutFacts, refusalIn } from "./checkout-facts";
import { CheckoutSums } from "./checkout-lines";
import { CheckoutBody, isPayable } from "./checkout-view";
import { PayForm } from "./pay-form";
import { useCardFrame } from "./use-card-frame";

/** A checkout as a page of its own. */
export function CheckoutPage({ facts, answer }: { readonly facts: CheckoutFacts; readonly answer: unknown }) {
  const { t } = useTexts();
  const frame = useCardFrame(frameUrlOf(facts));
  const refusal = refusalIn(answer);
  const shown = openedBy(facts, refusal?.intent ?? null);
  return (
    <div className={styles.page}>
      <h1>{t("checkout.title")}</h1>
      <CheckoutBody facts={shown} answer={refusal} frame={frame} />
      {isPayable(shown) ? (
        <div className={styles.foot}>
          <CheckoutSums checkout={facts.checkout} />
          <PayForm facts={facts} frame={frame} />
        </div>
      ) : null}
    </div>
  );
}

/** The frame's address, while a card is typed. */
export function frameUrlOf({ entry }: CheckoutFacts): string | null {
  return entry === null || entry === "unreachable" ? null : entry.frameUrl;
}

/** A refused form stays open with its errors, whatever the address says. */
export function openedBy(facts: CheckoutFacts, intent: string | null): CheckoutFacts {
  return intent === "contact" || intent === "address" || intent === "shipping" ? { ...facts, open: intent } : facts;
}
