/** Longer than any page of ours; keeps what is reflected bounded. */
const LONGEST = 1_000;

/** Stands in for this site: only whether the result leaves it matters. */
const HERE = "http://here.invalid";

/**
 * A path of this site to go on to, taken from a request; `fallback` for anything that could lead elsewhere
 * (another origin, `//host`, backslashes, control characters) or is not a path at all.
 */
export function safePath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== "string" || wanted.length > LONGEST || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(wanted)) return fallback;
  if (!URL.canParse(wanted, HERE)) return fallback;
  const url = new URL(wanted, HERE);
  // Dot segments can uncover a second slash: `/.//evil.example` resolves to `//evil.example`.
  if (url.origin !== HERE || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
