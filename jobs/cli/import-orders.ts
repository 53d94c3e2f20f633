import { basename } from "node:path";
import type { Brand } from "~/domain/catalog/brand";
import { HISTORY_SOURCES, type HistorySource, UnreadableFileError } from "~/domain/history/history-row";
import { addSummaries, type HistorySummary, summarize } from "~/domain/history/history-summary";
import { importHistory } from "~/services/import-history";
import { brandOption } from "./brand-option";
import { type Command, type CommandContext, requiredOption, UsageError } from "./command";
import { findFile, streamFile } from "./read-file";

/** Rows between two lines of progress. */
const ROWS_PER_LINE = 10_000;

/** `import-orders FILE…`: past purchases; the same file twice changes nothing. Fails, after its answer, when rows conflict. */
export const importOrdersCommand: Command = {
  usage: `FILE… --brand B --format ${HISTORY_SOURCES.join("|")}`,
  summary: "take past purchases in; the same file twice changes nothing",
  options: { brand: { type: "string" }, format: { type: "string" } },
  words: { least: 1, most: 10_000 },
  drain: "after",
  run: async (context, { words, options }) => {
    const source = readSource(requiredOption(options, "format"));
    const brand = await brandOption(context.deps, requiredOption(options, "brand"));
    const files: string[] = [];
    for (const word of words) files.push((await findFile(context.folder, word)).path);
    let total = summarize([]);
    for (const path of files) total = addSummaries(total, await importFile(context, { brand, source, path }));
    const conflicts = total.skipped.conflict ?? 0;
    if (conflicts > 0) context.say(conflictSentence(conflicts));
    return { json: documentOf(total), text: textOf(total), failed: conflicts > 0 };
  },
};

function readSource(text: string): HistorySource {
  const source = HISTORY_SOURCES.find((known) => known === text);
  if (source === undefined) throw new UsageError(`There is no format "${text}". Accepted: ${HISTORY_SOURCES.join(", ")}.`);
  return source;
}

async function importFile(
  { deps, say }: CommandContext,
  file: { readonly brand: Brand; readonly source: HistorySource; readonly path: string },
): Promise<HistorySummary> {
  const name = basename(file.path);
  let told = 0;
  const onProgress = ({ rows }: HistorySummary): void => {
    if (rows < told + ROWS_PER_LINE) return;
    told = rows;
    say(`${name}: ${rows} rows so far`);
  };
  try {
    const rows = deps.formats.readHistory(file.source, streamFile(file.path));
    const summary = await importHistory(deps, { brandId: file.brand.brandId, source: file.source, rows, onProgress });
    say(`${name}: ${summary.rows} rows`);
    return summary;
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new UsageError(`${file.path}: ${error.message}`);
    throw error;
  }
}

function documentOf({ rows, sales, cancellations, skipped, alreadyImported }: HistorySummary): unknown {
  return { rows, sales, cancellations, skipped, already_imported: alreadyImported };
}

function textOf(summary: HistorySummary): string {
  const skipped = Object.entries(summary.skipped).filter(([, count]) => count > 0);
  const lines = [
    `${summary.rows} rows: ${summary.sales} sales, ${summary.cancellations} cancellations, ${summary.alreadyImported} already imported.`,
    ...skipped.map(([reason, count]) => `Skipped as ${reason}: ${count}`),
  ];
  return lines.join("\n");
}

/** Rows are recognised by their place in their invoice; what was told once stays told, so these are the caller's to clear up. */
function conflictSentence(conflicts: number): string {
  return (
    `${conflicts} ${conflicts === 1 ? "row was" : "rows were"} not taken in (conflict): another row stands at the same place of ` +
    `the same invoice, from an earlier file, and nothing is overwritten. An invoice must be whole within one file: join the ` +
    `files that share an invoice, the one imported first on top, and import the joined file; rows that were taken in are recognised.`
  );
}
