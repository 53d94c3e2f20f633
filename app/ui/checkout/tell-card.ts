import type { CardOnFile } from "~/domain/payments/card";
import type { Texts } from "../texts/texts";

/** A card as people name it: `Visa •••• 4242`. */
export function tellCard({ t }: Texts, card: Pick<CardOnFile, "brand" | "last4">): string {
  const brand = card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
  return t("checkout.card", { brand, last4: card.last4 });
}
