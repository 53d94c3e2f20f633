import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Ids } from "~/ports/ids";

/** 192 bits: the library's own tokens are as strong. */
const SECRET_BYTES = 24;

/** Identifiers that sort by the millisecond they were made in (UUID version 7, RFC 9562), and secrets of the system's own generator. */
export function randomIds(): Ids {
  return {
    next: (prefix) => `${prefix}_${v7().replaceAll("-", "")}`,
    secret: () => randomBytes(SECRET_BYTES).toString("base64url"),
  };
}
