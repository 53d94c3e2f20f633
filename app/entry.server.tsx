import "~/ui/texts/texts-for";
import { PassThrough } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { contextOf } from "~/http/context";
import { onlyMatchedRoutes } from "~/http/matched-routes";
import { NonceContext } from "~/http/nonce-context";

/** A page that is not rendered by then has lost its reader; the data it waits for is given up. */
const ABORT_MS = 10_000;

/** Data that a loader still streams after this long is given up. */
export const streamTimeout = 8_000;

/**
 * Renders a page whole before it leaves: nothing on a page waits for slow data, so robots, readers without
 * JavaScript and everyone else get the same complete document, and its status is the true one.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, deps } = contextOf({ context });
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const markup = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={onlyMatchedRoutes(entry)} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(markup, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        answerStatus = 500;
        deps.log.error("A page failed to render.", error, { path: new URL(request.url).pathname });
      },
    });
    setTimeout(abort, ABORT_MS).unref();
  });
}

/** Writes down what loaders and actions threw by mistake; refusals and abandoned requests are no mistakes. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  contextOf({ context }).deps.log.error("A request failed.", error, { path: new URL(request.url).pathname });
}
