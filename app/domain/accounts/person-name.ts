import type { Branded } from "../kernel/branded";

/** A person's name as they want to be called. */
export type PersonName = Branded<string, "PersonName">;

/** Characters; a full name in any language fits. */
const LONGEST = 80;

/** Parses a name: blanks trimmed and folded; `undefined` when empty, too long or with control characters or brackets of markup. */
export function parsePersonName(text: string): PersonName | undefined {
  const name = text.trim().replace(/\s+/g, " ");
  return name !== "" && name.length <= LONGEST && !/[\p{Cc}<>]/u.test(name) ? (name as PersonName) : undefined;
}
