import { createHash } from "node:crypto";
import { MAX_FILE_BYTES } from "~/domain/catalog/catalog-import";
import type { CatalogFormat } from "~/domain/catalog/feed";
import type { BrandId, ImportId, PersonId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { insertCatalogImport } from "~db/queries/catalog-imports";
import { recordEvents } from "~db/queries/events";
import { findKeyedAnswer, insertKeyedAnswer } from "~db/queries/idempotency-keys";
import { isDuplicate, type Tx, transact } from "~db/transaction";
import type { Deps } from "./deps";

export type ImportRequest = {
  readonly brandId: BrandId;
  /** `null` from the command line. */
  readonly requestedBy: PersonId | null;
  readonly fileName: string;
  /** The file as text. */
  readonly body: string;
  /** The same key with the same file is answered with the same import. */
  readonly idempotencyKey: string;
};

export type ImportRefusal =
  | { readonly kind: "file_empty" }
  | { readonly kind: "file_too_large"; readonly maxBytes: number }
  | { readonly kind: "unknown_format"; readonly found: readonly string[] }
  | { readonly kind: "same_key_other_file" };

type Requested = Outcome<{ readonly importId: ImportId }, ImportRefusal>;

/** Longest file name kept; file systems allow no more. */
const MAX_FILE_NAME = 255;

/** Stores a catalogue file of a recognised format and asks for its import, which a worker then does. */
export async function requestCatalogImport(deps: Deps, input: ImportRequest): Promise<Requested> {
  if (input.body.trim() === "") return refused({ kind: "file_empty" });
  if (Buffer.byteLength(input.body) > MAX_FILE_BYTES) return refused({ kind: "file_too_large", maxBytes: MAX_FILE_BYTES });
  const format = deps.formats.recognizeCatalog(input.body);
  if (!format.ok) return format;
  const write = async (): Promise<Requested> => {
    const requested = await transact(deps.db, (tx) => requestOnce(deps, tx, { ...input, format: format.value }));
    deps.faults.reach("event.after_commit");
    return requested;
  };
  try {
    return await write();
  } catch (error) {
    // Two requests with one key at the same moment: the second finds the first's answer now.
    if (isDuplicate(error)) return write();
    throw error;
  }
}

async function requestOnce(deps: Deps, tx: Tx, input: ImportRequest & { readonly format: CatalogFormat }): Promise<Requested> {
  // Keys come from forms: hashed, one of any length and content fits into the index.
  const key = { scope: `catalog.import:${input.brandId}`, key: sha256(input.idempotencyKey) };
  const requestHash = sha256(input.body);
  const answered = await findKeyedAnswer(tx, key);
  if (answered !== undefined) {
    return answered.requestHash === requestHash
      ? done({ importId: answered.response as ImportId })
      : refused({ kind: "same_key_other_file" });
  }
  const { brandId, requestedBy, format } = input;
  const now = deps.clock.now();
  const importId = deps.ids.next("imp") as ImportId;
  const fileName = input.fileName.replaceAll("\0", "").slice(-MAX_FILE_NAME);
  // NUL cannot be stored by every database; U+FFFD in its place makes the import complain of that cell.
  const body = input.body.replaceAll("\0", "\uFFFD");
  await insertCatalogImport(tx, { importId, brandId, requestedBy, fileName, format, body, now });
  await insertKeyedAnswer(tx, { ...key, requestHash, response: importId, now });
  await recordEvents(tx, deps, [
    { type: "catalog.import_requested", brandId, subjectId: importId, occurredAt: now, payload: { importId } },
  ]);
  deps.faults.reach("event.before_commit");
  return done({ importId });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
