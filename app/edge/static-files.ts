import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import sirv from "sirv";
import { isSafeMethod } from "./guard";

/** Vite names files in this folder after their content, so a copy never goes stale. */
const HASHED = /^\/assets\//;

/** A year is what HTTP caches treat as "for ever". */
const FOREVER = "public, max-age=31536000, immutable";

/** Pictures and icons keep their names when they change. */
const BRIEFLY = "public, max-age=3600";

/** Serves the client build; calls `next` for everything that is not one of its files. */
export function staticFiles(folder: string): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path) => response.setHeader("Cache-Control", HASHED.test(path) ? FOREVER : BRIEFLY),
  });
  return (request, response, next) => {
    if (!isSafeMethod(request.method)) return next();
    // Partial answers are for media of hours; an impossible range would end in an error.
    delete request.headers.range;
    // A new build may take a file away under a running server: that answer breaks off, the server goes on.
    response.once("pipe", (file: Readable) => file.once("error", () => response.destroy()));
    serve(request, response, next);
  };
}
