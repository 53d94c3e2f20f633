/**
 * What looks like an e-mail address, of any length that mail allows (RFC 5321 §4.5.3.1). The part before the sign may
 * not end in a slash: folders of scoped packages, as in `node_modules/@scope/name.js`, are part of every stack.
 */
const ADDRESS =
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}[\p{L}\p{N}-]{1,62}/gu;

export type LoggableError = { readonly name?: string; readonly code?: string; readonly message: string; readonly stack?: string };

/**
 * The part of an error that may be logged. Libraries hang recipients, rows and whole answers of servers on their
 * errors: only the name, the code, the message and the stack are kept, and addresses are cut out of those.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { message: withoutAddresses(typeof error === "string" ? error : `thrown: ${typeof error}`) };
  const code = "code" in error && (typeof error.code === "string" || typeof error.code === "number") ? String(error.code) : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code: withoutAddresses(code) }),
    message: withoutAddresses(error.message),
    ...(error.stack === undefined ? {} : { stack: withoutAddresses(error.stack) }),
  };
}

function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, "[address]");
}
