import type { SavedCardId } from "../kernel/branded";

/** All we know of the card an order is paid with. `expires` is `YYYY-MM`. */
export type CardOnFile = { readonly brand: string; readonly last4: string; readonly expires: string };

/** A card its owner chose to keep with the provider. */
export type SavedCard = CardOnFile & { readonly savedCardId: SavedCardId; readonly isDefault: boolean };
