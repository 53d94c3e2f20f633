import { basename } from "node:path";
import { type CatalogSummary, MAX_FILE_BYTES } from "~/domain/catalog/catalog-import";
import { CATALOG_FORMATS } from "~/domain/catalog/feed";
import { importCatalog } from "~/services/import-catalog";
import { type ImportRefusal, requestCatalogImport } from "~/services/request-catalog-import";
import { brandOption } from "./brand-option";
import { type Command, requiredOption, UsageError } from "./command";
import { findFile, readTextFile } from "./read-file";
import { table } from "./table";

/** `import-catalog FILE`: all of the file or, with one error, nothing of it. */
export const importCatalogCommand: Command = {
  usage: "FILE --brand B",
  summary: `import a catalogue file (${CATALOG_FORMATS.join(", ")} CSV): all of it, or nothing and the list of errors`,
  options: { brand: { type: "string" } },
  words: { least: 1, most: 1 },
  drain: "after",
  run: async ({ deps, folder, say }, { words, options }) => {
    const brand = await brandOption(deps, requiredOption(options, "brand"));
    const file = await findFile(folder, words[0] ?? "");
    if (file.bytes > MAX_FILE_BYTES) throw new UsageError(sentenceOf({ kind: "file_too_large", maxBytes: MAX_FILE_BYTES }));
    const body = await readTextFile(file.path);
    const request = { brandId: brand.brandId, requestedBy: null, fileName: basename(file.path), body, idempotencyKey: deps.ids.secret() };
    const requested = await requestCatalogImport(deps, request);
    if (!requested.ok) throw new UsageError(sentenceOf(requested.error));
    say(`Importing ${file.path} into ${brand.slug} …`);
    const imported = await importCatalog(deps, requested.value);
    if (!imported.ok) throw new Error(`The import ${requested.value.importId} vanished`);
    const summary = imported.value;
    return { json: documentOf(summary), text: textOf(summary), failed: summary.errors.length > 0 };
  },
};

function documentOf({ rows, products, variants, images, errors }: CatalogSummary): unknown {
  return { rows, products, variants, images, errors: errors.map(({ line, field, value, message }) => ({ line, field, value, message })) };
}

function textOf({ rows, products, variants, images, errors }: CatalogSummary): string {
  if (errors.length === 0) return `${rows} rows read: ${products} products, ${variants} variants, ${images} pictures imported.`;
  const list = table(
    ["line", "field", "value", "what to do"],
    errors.map(({ line, field, value, message }) => [String(line), field, oneLine(value), message]),
    [0],
  );
  return `${list}\n\nNothing was imported: ${errors.length} ${errors.length === 1 ? "error" : "errors"} in ${rows} rows. Correct them and import the file again.`;
}

/** Terminal columns for a value; the JSON document has all of it. */
const VALUE_WIDTH = 40;

function oneLine(value: string): string {
  const line = value.replace(/[\p{Cc}\s]+/gu, " ");
  return line.length > VALUE_WIDTH ? `${line.slice(0, VALUE_WIDTH - 1)}…` : line;
}

function sentenceOf(refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case "file_empty":
      return "The file is empty. Export it again.";
    case "file_too_large":
      return `The file is larger than ${refusal.maxBytes / 1_000_000} MB. Split it by products and import the parts.`;
    case "unknown_format":
      return (
        `This is not a format we know. Its first line has: ${refusal.found.join(", ")}. ` +
        `Accepted: ${CATALOG_FORMATS.join(", ")} (a product export with at least the columns Handle, Title and Variant Price).`
      );
    case "same_key_other_file":
      return "Another file was imported under this key. Try again.";
  }
}
