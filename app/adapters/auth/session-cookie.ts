import { createHmac, timingSafeEqual } from "node:crypto";

/** Longer cookie headers than any browser's are not searched. */
const LONGEST_HEADER = 8_192;

/** `__Host-` binds the cookie to this very host over https; plain-http origins (localhost, the LAN) cannot use it. */
export function sessionCookieName(publicOrigin: string): string {
  return publicOrigin.startsWith("https:") ? "__Host-vitrine_session" : "vitrine_session";
}

/**
 * The session token in a cookie header, or `null` unless its signature is ours: base64 of HMAC-SHA-256 over the
 * token, after a dot, percent-encoded, as the credentials library writes it.
 */
export function readSessionToken(cookieHeader: string, by: { readonly name: string; readonly secret: string }): string | null {
  const value = cookieValue(cookieHeader.slice(0, LONGEST_HEADER), by.name);
  const at = value.lastIndexOf(".");
  if (at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1));
  const ours = Buffer.from(createHmac("sha256", by.secret).update(token).digest("base64"));
  return given.byteLength === ours.byteLength && timingSafeEqual(given, ours) ? token : null;
}

function cookieValue(header: string, name: string): string {
  const part = header
    .split(";")
    .map((piece) => piece.trim())
    .find((piece) => piece.startsWith(`${name}=`));
  const raw = part?.slice(name.length + 1) ?? "";
  // The signature's alphabet needs three escapes; anything else malformed cannot be ours.
  return raw.replaceAll("%2B", "+").replaceAll("%2F", "/").replaceAll("%3D", "=");
}

/** The header that hands a session token to the browser, signed as the credentials library signs it. */
export function writeSessionCookie(
  token: string,
  by: { readonly name: string; readonly secret: string; readonly maxAgeSeconds: number },
): string {
  const signature = createHmac("sha256", by.secret).update(token).digest("base64");
  const secure = by.name.startsWith("__Host-") ? "; Secure" : "";
  return `${by.name}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${by.maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
