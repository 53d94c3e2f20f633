import { addressFormat } from "~/domain/checkout/address";
import type { CheckoutShop } from "~/domain/checkout/checkout";
import { countryName } from "../format/countries";
import { tellDelivery } from "../format/delivery";
import { formatMoney } from "../format/money";
import { buttonLook } from "../forms/button-look";
import { Field } from "../forms/field";
import { FormStack } from "../forms/form-stack";
import { Select } from "../forms/select";
import { SubmitButton } from "../forms/submit-button";
import { ShopForm } from "../sheet/shop-form";
import { isPlainKey } from "../texts/plain-key";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import styles from "./checkout.module.css";
import type { CheckoutAnswer, CheckoutFacts } from "./checkout-facts";

type Props = { readonly facts: CheckoutFacts; readonly answer: CheckoutAnswer | null };

/** The words of an answered error; errors travel as keys. */
function errorOf({ tell }: Texts, answer: CheckoutAnswer | null, field: string): string | undefined {
  const key = answer?.errors[field];
  return key !== undefined && isPlainKey(key) ? tell(key, {}) : undefined;
}

/** Where the messages about the order go. */
export function ContactForm({ facts, answer }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { checkout } = facts;
  return (
    <ShopForm method="post" action={`/checkout/${checkout.checkoutId}?index`} label={t("checkout.contact")}>
      <FormStack>
        <Field
          name="email"
          type="email"
          autoComplete="email"
          label={t("checkout.email")}
          hint={t("checkout.email_hint")}
          value={answer?.values["email"] ?? checkout.email ?? ""}
          error={errorOf(texts, answer, "email")}
          maxLength={254}
          focus
        />
        <SubmitButton name="intent" value="contact" look="main" wide>
          {t("checkout.next")}
        </SubmitButton>
      </FormStack>
    </ShopForm>
  );
}

/** How browsers know the fields of an address. */
const COMPLETES = {
  name: "name",
  line1: "address-line1",
  line2: "address-line2",
  postalCode: "postal-code",
  city: "address-level2",
  region: "address-level1",
  phone: "tel",
} as const;

/** Where the parcel goes, in the fields and the order of the country. */
export function AddressForm({ facts, answer }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  const { checkout } = facts;
  const typed: Readonly<Partial<Record<string, string>>> = answer?.values ?? checkout.address ?? {};
  const country = typed["country"] ?? facts.country;
  const format = addressFormat(country);
  const wrong = format.fields.find((field) => answer?.errors[field] !== undefined);
  const names = facts.countries.map((code) => ({ value: code, label: countryName(locale, code) }));
  return (
    <ShopForm method="post" action={`/checkout/${checkout.checkoutId}?index`} label={t("checkout.address")}>
      <FormStack>
        <div className={styles.country}>
          <Select
            key={country}
            name="country"
            label={t("checkout.country")}
            value={country}
            options={[...names].sort((a, b) => a.label.localeCompare(b.label, locale))}
            error={errorOf(texts, answer, "country")}
          />
          <button type="submit" name="intent" value="country" className={buttonLook({ look: "line" })}>
            {t("checkout.country_change")}
          </button>
        </div>
        {format.fields.map((field) =>
          field === "country" ? null : (
            <Field
              key={`${country} ${field}`}
              name={field}
              label={t(`checkout.field.${field}`)}
              hint={
                field === "postalCode" && format.postalExample !== "" ? t("checkout.example", { example: format.postalExample }) : undefined
              }
              value={typed[field] ?? ""}
              error={errorOf(texts, answer, field)}
              optional={!format.required.includes(field)}
              autoComplete={COMPLETES[field]}
              maxLength={120}
              focus={field === wrong}
            />
          ),
        )}
        <SubmitButton name="intent" value="address" look="main" wide>
          {t("checkout.next")}
        </SubmitButton>
      </FormStack>
    </ShopForm>
  );
}

/** The ways to ship, one form for each brand, with the days and the price of each. */
export function ShippingForms({ facts }: { readonly facts: CheckoutFacts }) {
  const { t } = useTexts();
  const { checkout } = facts;
  return (
    <div className={styles.shippings}>
      {checkout.shops.map((shop) => (
        <ShopForm
          key={shop.brandId}
          method="post"
          action={`/checkout/${checkout.checkoutId}?index`}
          label={t("checkout.shipping_of", { brand: shop.name })}
        >
          <input type="hidden" name="brand" value={shop.brandId} />
          <fieldset className={styles.choices}>
            <legend>{t("checkout.shipping_of", { brand: shop.name })}</legend>
            {shop.choices.length === 0 ? <p>{t("checkout.error.not_shipped")}</p> : null}
            {shop.choices.map((choice) => (
              <ShippingChoice key={choice.optionId} facts={facts} shop={shop} choice={choice} />
            ))}
          </fieldset>
          {shop.choices.length === 0 ? null : (
            <SubmitButton name="intent" value="shipping" look="line" wide>
              {t("checkout.choose")}
            </SubmitButton>
          )}
        </ShopForm>
      ))}
    </div>
  );
}

type ChoiceProps = { readonly facts: CheckoutFacts; readonly shop: CheckoutShop; readonly choice: CheckoutShop["choices"][number] };

function ShippingChoice({ facts, shop, choice }: ChoiceProps) {
  const texts = useTexts();
  const price = formatMoney(texts.locale, choice.amountMinor, facts.checkout.currency);
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name="option"
        value={choice.optionId}
        defaultChecked={choice.optionId === (shop.chosen ?? shop.choices[0])?.optionId}
      />
      <span>
        <b>{tellDelivery(texts, choice.delivery, DELIVERY_ZONE)}</b>
        <span>
          {choice.name} · {choice.carrier}
        </span>
      </span>
      <span>{price}</span>
    </label>
  );
}

/** Days of delivery are noon where the brand is: UTC reads the same day nearly everywhere. */
export const DELIVERY_ZONE = "UTC";
