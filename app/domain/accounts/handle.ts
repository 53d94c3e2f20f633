import type { Branded } from "../kernel/branded";

/** An affiliate's public name in addresses: 2 to 30 of a–z, 0–9, `.`, `_` and `-`, none of these three at the ends, no two dots together. */
export type Handle = Branded<string, "Handle">;

const LONGEST = 30;

/** Parses a handle as typed, with or without `@`; `undefined` when it breaks the rule. */
export function parseHandle(text: string): Handle | undefined {
  const handle = text.trim().toLowerCase().replace(/^@/, "");
  return /^(?!.*\.\.)[a-z0-9](?:[a-z0-9._-]{0,28}[a-z0-9])$/.test(handle) ? (handle as Handle) : undefined;
}

/** A handle made of a name: `Lina Morvan` → `lina-morvan`; letters outside a–z lose their accents or go. */
export function handleFromName(name: string): Handle {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const joined = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return (joined.length >= 2 ? joined : `affiliate${joined}`) as Handle;
}
