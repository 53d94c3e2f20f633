/** A job that no further try can help: an unknown name or a payload that is not the catalogue's. */
export class BadJobError extends Error {
  readonly unrecoverable = true;
  override readonly name = "BadJobError";
}

/** True when trying again cannot help: the error says so itself. */
export function isUnrecoverable(error: unknown): boolean {
  return error instanceof Error && "unrecoverable" in error && error.unrecoverable === true;
}
