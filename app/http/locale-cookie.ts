import { LOCALE_COOKIE } from "~/ui/texts/choose-locale";
import type { Locale } from "~/ui/texts/locale";

/** A year: the choice names no person and is nothing a reader wants to repeat. */
const COOKIE_SECONDS = 31_536_000;

/** The header that remembers the choice on this device. */
export function localeCookie(locale: Locale, publicOrigin: string): string {
  const secure = publicOrigin.startsWith("https:") ? "; Secure" : "";
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
