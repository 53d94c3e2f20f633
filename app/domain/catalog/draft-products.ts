import type { Currency } from "../kernel/currency";
import type { Minor } from "../kernel/money";
import type { Outcome } from "../kernel/outcome";
import type { CatalogFeed, FeedField, FeedRow } from "./feed";
import type { ImageFacts, ProductDraft, ProductStatus } from "./product";
import { type Complain, collectErrors, firstFilled, groupRows, isVariantRow, type ProductRows } from "./product-rows";
import { readOptions, readOptionValues } from "./read-options";
import { readPrice } from "./read-price";
import type { RowError, RowProblem } from "./row-error";

/**
 * The products a file describes, and everything that is wrong with it, in line order. With a single error the
 * drafts are not to be used: a file is imported whole or not at all.
 */
export function draftProducts(
  feed: CatalogFeed,
  currency: Currency,
): { readonly drafts: readonly ProductDraft[]; readonly errors: readonly RowError[] } {
  const { errors, complain } = collectErrors(feed);
  const drafts = groupRows(feed, complain).map((product) => draftProduct(product, currency, complain));
  return { drafts, errors: [...errors].sort((a, b) => a.line - b.line) };
}

function draftProduct(product: ProductRows, currency: Currency, complain: Complain): ProductDraft {
  const fact = (field: FeedField): string => firstFilled(product, field)[field];
  if (fact("title") === "") complain(product.first, "title", { kind: "title_missing" });
  for (const row of product.rows.slice(1)) {
    if (!isVariantRow(row) && row.imageUrl === "" && row.title === "") complain(row, "handle", { kind: "row_empty" });
  }
  const options = readOptions(product, complain);
  return {
    handle: product.handle,
    title: fact("title"),
    description: fact("description"),
    vendor: fact("vendor"),
    category: fact("category"),
    status: readStatus(product, complain),
    options: options.map(({ name }) => name),
    variants: readVariants({ product, options, currency }, complain),
    images: readImages(product, complain),
  };
}

type VariantContext = { readonly product: ProductRows; readonly options: ReturnType<typeof readOptions>; readonly currency: Currency };

function readVariants({ product, options, currency }: VariantContext, complain: Complain): ProductDraft["variants"] {
  const rows = product.rows.filter(isVariantRow);
  if (rows.length === 0) complain(product.first, "price", { kind: "price_missing" });
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const optionValues = readOptionValues(row, options, complain);
    const twin = lines.get(JSON.stringify(optionValues));
    if (twin === undefined) lines.set(JSON.stringify(optionValues), row.line);
    else complain(row, options[0]?.fields.value ?? "handle", { kind: "duplicate_variant", sameAs: twin });
    const priceMinor = accept(readPrice(row.price, currency), { row, field: "price" }, complain) ?? (0 as Minor);
    const compareAt = row.compareAt === "" ? null : accept(readPrice(row.compareAt, currency), { row, field: "compareAt" }, complain);
    return {
      optionValues,
      sku: row.sku || null,
      barcode: row.barcode || null,
      priceMinor,
      // Files carry 0 or the price itself where nothing is reduced.
      compareAtMinor: compareAt !== null && compareAt > priceMinor ? compareAt : null,
      imageUrl: readUrl(row, "variantImage", complain),
      stock: readStock(row, complain),
    };
  });
}

function accept<Value>(
  read: Outcome<Value, RowProblem>,
  at: { readonly row: FeedRow; readonly field: FeedField },
  complain: Complain,
): Value | null {
  if (read.ok) return read.value;
  complain(at.row, at.field, read.error);
  return null;
}

function readStock(row: FeedRow, complain: Complain): number | null {
  if (row.stock === "") return null;
  const match = /^([+-]?\d{1,9})(\.0+)?$/.exec(row.stock);
  if (match === null) complain(row, "stock", { kind: "stock_not_whole" });
  const stock = Number(match?.[1] ?? 0);
  if (stock < 0) complain(row, "stock", { kind: "stock_negative" });
  return stock + 0;
}

/** Pictures in the order of their positions, those without one after the others; each address once. */
function readImages(product: ProductRows, complain: Complain): readonly ImageFacts[] {
  const found = new Map<string, ImageFacts & { readonly position: number }>();
  for (const row of product.rows) {
    const position = readPosition(row, complain);
    const url = readUrl(row, "imageUrl", complain);
    if (url !== null && !found.has(url)) found.set(url, { url, alt: row.imageAlt, position });
  }
  return [...found.values()].sort((a, b) => a.position - b.position).map(({ url, alt }) => ({ url, alt }));
}

function readPosition(row: FeedRow, complain: Complain): number {
  if (row.imagePosition === "") return Number.MAX_SAFE_INTEGER;
  if (/^0*[1-9]\d{0,5}$/.test(row.imagePosition)) return Number(row.imagePosition);
  complain(row, "imagePosition", { kind: "image_position_invalid" });
  return Number.MAX_SAFE_INTEGER;
}

/** Pictures that this installation serves itself. */
const OWN_PICTURE = /^\/demo\/[\w-]+\.webp$/;

function readUrl(row: FeedRow, field: "imageUrl" | "variantImage", complain: Complain): string | null {
  const text = row[field];
  if (text === "") return null;
  if (/^https?:\/\/[^\s"'<>\\]+$/i.test(text) && URL.canParse(text)) return text;
  if (OWN_PICTURE.test(text)) return text;
  complain(row, field, { kind: "image_url_invalid" });
  return null;
}

const STATUSES: Readonly<Record<string, ProductStatus>> = { active: "active", draft: "draft", archived: "archived", unlisted: "draft" };
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false, yes: true, no: false, "1": true, "0": false };

/** Gift cards are never offered; what the shop does not publish is a draft; the status decides the rest. */
function readStatus(product: ProductRows, complain: Complain): ProductStatus {
  const published = readFlag(product, "published", complain) ?? true;
  const isGiftCard = readFlag(product, "giftCard", complain) ?? false;
  const row = firstFilled(product, "status");
  const status =
    row.status === "" ? "active" : Object.hasOwn(STATUSES, row.status.toLowerCase()) ? STATUSES[row.status.toLowerCase()] : undefined;
  if (status === undefined) complain(row, "status", { kind: "status_unknown" });
  if (isGiftCard) return "not_for_sale";
  return status === "active" && !published ? "draft" : (status ?? "draft");
}

function readFlag(product: ProductRows, field: "published" | "giftCard", complain: Complain): boolean | undefined {
  const row = firstFilled(product, field);
  if (row[field] === "") return undefined;
  const flag = Object.hasOwn(FLAGS, row[field].toLowerCase()) ? FLAGS[row[field].toLowerCase()] : undefined;
  if (flag === undefined) complain(row, field, { kind: "flag_unknown" });
  return flag;
}
