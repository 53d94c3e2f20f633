import type { Formats } from "~/ports/formats";
import { readOnlineRetail } from "./online-retail";
import { readShopify, recognizeShopify } from "./shopify-csv";

const CATALOG_READERS = { shopify: readShopify } as const;
const HISTORY_READERS = { "online-retail": readOnlineRetail } as const;

/** Every file format the product reads. */
export const formats: Formats = {
  recognizeCatalog: recognizeShopify,
  readCatalog: (format, text) => CATALOG_READERS[format](text),
  readHistory: (source, bytes) => HISTORY_READERS[source](bytes),
};
