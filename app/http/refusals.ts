/** Missing and forbidden look alike, so that nobody learns what exists. */
export function notFound(): Response {
  return new Response("", { status: 404, statusText: "Not Found" });
}

/** A form sent to an address that nobody answers. */
export function notFoundAction(): never {
  throw notFound();
}

/** Too often; `seconds` is when to come back. */
export function tooManyRequests(seconds: number): Response {
  return new Response("", { status: 429, statusText: "Too Many Requests", headers: { "Retry-After": String(seconds) } });
}

/** The address or form is not what the page understands; `message` is a sentence for the reader. */
export function badRequest(message = ""): Response {
  return new Response(message, { status: 400, statusText: "Bad Request", headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
