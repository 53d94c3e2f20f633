import type { IncomingMessage } from "node:http";

/** Catalogue and history files; a hundred thousand rows of a feed are about 20 MB. */
const IMPORT_BYTES = 25_000_000;

/** Every other form of ours is text typed by a person. */
const FORM_BYTES = 1_000_000;

/** Pages that take a file. */
const IMPORT_PATH = /^\/manage\/[^/]+\/catalog\/import(?:\.data)?$/;

/** How many bytes a request to this address may carry. */
export function bodyLimit(url: string): number {
  const path = url.split("?")[0] ?? "";
  return IMPORT_PATH.test(path) ? IMPORT_BYTES : FORM_BYTES;
}

/** True when the sender announces more than the limit. */
export function announcesTooMuch(request: IncomingMessage, limit: number): boolean {
  return Number(request.headers["content-length"] ?? "0") > limit;
}

/** A request body that fails once `limit` bytes have passed, whatever was announced; `exceeded()` tells whether they have. */
export function limitBody(
  body: ReadableStream<Uint8Array>,
  limit: number,
): { readonly body: ReadableStream<Uint8Array>; readonly exceeded: () => boolean } {
  let seen = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > limit) controller.error(new RangeError(`The request body has more than ${limit} bytes.`));
      else controller.enqueue(chunk);
    },
  });
  return { body: body.pipeThrough(counting), exceeded: () => seen > limit };
}
