import type { Texts } from "../texts/texts";
import { formatDay, isoDayOf } from "./times";

/** A promise of delivery in words: one day, or from which day to which. Days are those of the brand's zone. */
export function tellDelivery({ t, locale }: Texts, dates: { readonly from: number; readonly to: number }, zone: string): string {
  const [from, to] = [isoDayOf(dates.from, zone), isoDayOf(dates.to, zone)];
  if (from === to) return formatDay(locale, to, "full");
  return t("product.between", { from: formatDay(locale, from, "weekday"), to: formatDay(locale, to, "weekday") });
}
