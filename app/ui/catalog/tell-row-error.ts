import type { RowError } from "~/domain/catalog/row-error";
import type { Texts } from "../texts/texts";

/** What is wrong with a row and what to do, in the reader's language. */
export function tellRowError(texts: Texts, error: Pick<RowError, "kind" | "params">): string {
  return texts.tell(`row_error.${error.kind}`, error.params);
}
