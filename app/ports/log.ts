type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured log: ids and counts only, never payloads, cookies, tokens or addresses. */
export type Log = {
  readonly info: (message: string, fields?: Fields) => void;
  readonly warn: (message: string, fields?: Fields) => void;
  /** `error` is logged by its name, code, message and stack, without anybody's address. */
  readonly error: (message: string, error: unknown, fields?: Fields) => void;
};
