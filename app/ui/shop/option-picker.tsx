import type { OfferedOption, OfferedValue } from "~/domain/catalog/choose-variant";
import { SheetLink } from "../sheet/sheet-link";
import { useTexts } from "../texts/texts-context";
import styles from "./option-picker.module.css";
import { type ProductFacts, variantPath } from "./product-facts";

/** The ways to have a product: every value is a link, the sold-out ones struck through and still readable. */
export function OptionPicker({ facts }: { readonly facts: ProductFacts }) {
  return (
    <div className={styles.options}>
      {facts.choice.options.map((option) => (
        <Option key={option.name} facts={facts} option={option} />
      ))}
    </div>
  );
}

function Option({ facts, option }: { readonly facts: ProductFacts; readonly option: OfferedOption }) {
  const { t } = useTexts();
  const out = option.values.filter(({ soldOut }) => soldOut).length;
  return (
    <div>
      <p className={styles.label}>
        <span>
          {option.name} <b>{option.chosen}</b>
        </span>
        <span className={styles.note}>{out === 0 ? null : t("product.values_out", { count: out })}</span>
      </p>
      <ul className={styles.values} aria-label={option.name}>
        {option.values.map((value) => (
          <li key={value.value}>
            <Value facts={facts} value={value} pictured={option.pictured} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type ValueProps = { readonly facts: ProductFacts; readonly value: OfferedValue; readonly pictured: boolean };

function Value({ facts, value, pictured }: ValueProps) {
  const { t } = useTexts();
  const look = [pictured ? styles.swatch : styles.size, value.chosen && styles.on, value.soldOut && styles.out];
  const label = value.soldOut ? t("product.value_out", { value: value.value }) : value.value;
  return (
    <SheetLink
      to={variantPath(facts, value.variantId)}
      className={look.filter(Boolean).join(" ")}
      current={value.chosen ? "true" : undefined}
      label={label}
    >
      {pictured ? (
        <span className={styles.cloth}>
          <img src={value.imageUrl ?? ""} alt="" width={36} height={36} />
        </span>
      ) : (
        value.value
      )}
    </SheetLink>
  );
}
