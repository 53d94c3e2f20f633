/** What an entry of the browser's history keeps while a sheet stands over its page. */
export type SheetState = { readonly sheet: string };

/** The end of the page's address while a sheet is open: a change of it alone keeps the page, its data and its place. */
export const SHEET_HASH = "#sheet";

/** The sheet an entry of the history tells of, or `null`. */
export function sheetIn(location: { readonly hash: string; readonly state: unknown }): string | null {
  const { hash, state } = location;
  if (hash !== SHEET_HASH || typeof state !== "object" || state === null || !("sheet" in state)) return null;
  return typeof state.sheet === "string" && state.sheet.startsWith("/") ? state.sheet : null;
}

/** The tag a sheet was opened by, so that it can be shown chosen. */
export function tagIn(sheet: string | null): string | null {
  if (sheet === null) return null;
  const query = new URLSearchParams(sheet.split("?")[1] ?? "");
  return query.get("tag") ?? query.get("at");
}

/** Where an answer to a sheet's form leads; `null` when the form was refused, or none was sent. */
export function nextIn(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("next" in answer)) return null;
  return typeof answer.next === "string" ? answer.next : null;
}
