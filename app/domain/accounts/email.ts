import type { Branded } from "../kernel/branded";

/** An e-mail address in lower case; minted where it is parsed. */
export type Email = Branded<string, "Email">;

/** RFC 5321 §4.5.3.1.3: a path holds 256 characters with its angle brackets. */
const LONGEST = 254;

/** What browsers accept in an e-mail field (HTML standard, "valid e-mail address"), with at least one dot in the host. */
const VALID = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Parses an address as people type it; `undefined` for anything mail cannot be sent to. */
export function parseEmail(text: string): Email | undefined {
  const address = text.trim().toLowerCase();
  return address.length <= LONGEST && VALID.test(address) ? (address as Email) : undefined;
}
