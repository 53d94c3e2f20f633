import type { BatchId, ImportId } from "~/domain/kernel/branded";
import { failCatalogImports } from "~db/queries/catalog-imports";
import { failBatch } from "~db/queries/outbox";
import { transact } from "~db/transaction";
import type { Deps } from "./deps";

type GivenUp = { readonly batchId: BatchId; readonly error: string; readonly unrecoverable: boolean };

/**
 * Writes down that a claimed batch failed for good. Its events are tried again one by one, later; one whose
 * data are bad or whose claims are used up is set aside as a dead letter, and a catalogue import that was asked
 * for by it is failed. Returns how many were set aside.
 */
export function giveUpEvents(deps: Deps, input: GivenUp): Promise<{ readonly dead: number }> {
  const now = deps.clock.now();
  return transact(deps.db, async (tx) => {
    const dead = await failBatch(tx, { ...input, now });
    const imports = dead.filter(({ consumer }) => consumer === "catalog.import");
    await failCatalogImports(tx, { importIds: imports.map(({ subjectId }) => subjectId as ImportId), now });
    return { dead: dead.length };
  });
}
