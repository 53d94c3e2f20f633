import type { HeadersArgs } from "@remix-run/node";

/** Hands on what an action's answer says to programs; the framework drops it from documents otherwise. */
export function actionHeaders({ actionHeaders: said }: HeadersArgs): Headers {
  const headers = new Headers();
  const wait = said.get("Retry-After");
  if (wait !== null) headers.set("Retry-After", wait);
  return headers;
}
