import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { sendResponse } from "@remix-run/node-fetch-server";

/** Quality 4 costs about as much as gzip and is smaller; the highest would take longer than rendering. */
const BROTLI_QUALITY = 4;

const COMPRESSIBLE = /^(?:text\/(?!event-stream)|application\/(?:json|javascript)|image\/svg)/;

/** Sends a page's answer, compressed when the caller can read it. Streams: what was rendered leaves at once. */
export async function sendCompressed(request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  const compressor = compressorFor(request, answer);
  if (compressor === null || answer.body === null) return sendResponse(response, answer);
  answer.headers.delete("Content-Length");
  answer.headers.set("Content-Encoding", compressor.encoding);
  answer.headers.append("Vary", "Accept-Encoding");
  response.writeHead(answer.status, headersOf(answer));
  await pipeline(Readable.fromWeb(answer.body as import("node:stream/web").ReadableStream), compressor.make(), response);
}

function compressorFor(request: IncomingMessage, answer: Response): { readonly encoding: string; readonly make: () => Transform } | null {
  if (request.method === "HEAD" || !COMPRESSIBLE.test(answer.headers.get("Content-Type") ?? "") || answer.headers.has("Content-Encoding"))
    return null;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  if (accepts(accepted, "br")) return { encoding: "br", make: brotli };
  return accepts(accepted, "gzip") ? { encoding: "gzip", make: gzip } : null;
}

/** `br;q=0` forbids what it names. */
function accepts(header: string, encoding: string): boolean {
  return header.split(",").some((part) => {
    const [name = "", weight = "q=1"] = part.trim().split(";");
    return name.trim() === encoding && !/^\s*q=0(?:\.0*)?\s*$/.test(weight);
  });
}

function brotli(): Transform {
  return createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
}

function gzip(): Transform {
  return createGzip({ flush: constants.Z_SYNC_FLUSH });
}

/** Several cookies must stay several headers. */
function headersOf(answer: Response): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = Object.fromEntries(answer.headers);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  return headers;
}
