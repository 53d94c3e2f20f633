import { readFileSync } from "node:fs";
import type { Exchange } from "../http/exchange";

/** Read once: they are small and never change while the process lives. */
const ASSETS: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  "/assets/provider.css": { type: "text/css; charset=utf-8", text: textOf("provider.css") },
  "/assets/card-frame.js": { type: "text/javascript; charset=utf-8", text: textOf("card-frame.js") },
};

/** Short, because the name does not change with the content. */
const KEEP_SECONDS = 300;

/** Answers with a style sheet or script of the pages; `false` when the address names none. */
export function answerAsset({ request, response, url }: Exchange): boolean {
  const asset = Object.hasOwn(ASSETS, url.pathname) ? ASSETS[url.pathname] : undefined;
  if (asset === undefined || request.method !== "GET") return false;
  response.writeHead(200, {
    "content-type": asset.type,
    "content-length": Buffer.byteLength(asset.text),
    "cache-control": `public, max-age=${KEEP_SECONDS}`,
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(asset.text);
  return true;
}

function textOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
