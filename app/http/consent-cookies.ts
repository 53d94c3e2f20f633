import type { IncomingHttpHeaders } from "node:http";
import type { VisitorId } from "~/domain/kernel/branded";
import { type Consent, consentOf } from "~/domain/tracking/consent";
import { parseVisitorId } from "~/domain/tracking/visitor";

/** 180 days: half a year after an answer it may be asked for again. */
const COOKIE_SECONDS = 15_552_000;

/** Longer cookie headers than any browser's are not searched. */
const LONGEST_HEADER = 8_192;

/** Says only that its owner said no; the same text for everybody. */
const REFUSAL_COOKIE = "consent";
const REFUSED = "refused";

/** What a request says about consent: its cookies, and the browser's own signal to every site. */
export function readConsent(headers: IncomingHttpHeaders, publicOrigin: string): Consent {
  const cookies = (headers.cookie ?? "").slice(0, LONGEST_HEADER);
  return consentOf({
    visitorId: parseVisitorId(cookieValue(cookies, visitorCookieName(publicOrigin))),
    refused: cookieValue(cookies, REFUSAL_COOKIE) === REFUSED,
    privacySignal: headers["sec-gpc"] === "1",
  });
}

function cookieValue(cookies: string, name: string): string {
  const part = cookies.split(";").find((piece) => piece.trim().startsWith(`${name}=`));
  return part?.trim().slice(name.length + 1) ?? "";
}

/** `__Host-` binds the cookie to this very host over https; plain-http origins (localhost, the LAN) cannot use it. */
function visitorCookieName(publicOrigin: string): string {
  return publicOrigin.startsWith("https:") ? "__Host-visitor" : "visitor";
}

/** The headers after somebody agreed, or became another visitor: their random id, and no memory of an earlier no. */
export function visitorCookies(visitorId: VisitorId, publicOrigin: string): readonly string[] {
  return [cookie(visitorCookieName(publicOrigin), visitorId, publicOrigin), cookie(REFUSAL_COOKIE, null, publicOrigin)];
}

/** The headers after somebody said no: no id, and a cookie that remembers the no. */
export function refusalCookies(publicOrigin: string): readonly string[] {
  return [cookie(visitorCookieName(publicOrigin), null, publicOrigin), cookie(REFUSAL_COOKIE, REFUSED, publicOrigin)];
}

/** A `null` value makes the browser forget. */
function cookie(name: string, value: string | null, publicOrigin: string): string {
  const secure = publicOrigin.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value ?? ""}; Path=/; Max-Age=${value === null ? 0 : COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
