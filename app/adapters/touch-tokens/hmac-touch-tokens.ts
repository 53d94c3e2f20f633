import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from "node:crypto";
import type { TouchId } from "~/domain/kernel/branded";
import type { TouchTokens } from "~/ports/touch-tokens";

/** A visit's path; eight ids are 300 characters, which every mail program and proxy lets through. */
const MOST_IDS = 8;
const LONGEST_TOKEN = 600;

/** 128 bits of SHA-256. Source: RFC 2104, §5 (half of the hash at least). */
const SIGNATURE_BYTES = 16;

const KEY_BYTES = 32;

const TOUCH_ID = /^tch_[0-9a-z]{1,40}$/;

/** Signs with a key of its own, derived from the installation's secret. Source: RFC 5869. */
export function hmacTouchTokens(secret: string): TouchTokens {
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "vitrine touch ids", KEY_BYTES)));
  const signatureOf = (ids: string): Buffer => createHmac("sha256", key).update(ids).digest().subarray(0, SIGNATURE_BYTES);
  return {
    sign(touchIds) {
      const ids = touchIds.slice(-MOST_IDS).join(".");
      return `${ids}.${signatureOf(ids).toString("base64url")}`;
    },
    read(text) {
      const at = text.lastIndexOf(".");
      if (at < 0 || text.length > LONGEST_TOKEN) return [];
      const ids = text.slice(0, at);
      const given = Buffer.from(text.slice(at + 1), "base64url");
      if (given.byteLength !== SIGNATURE_BYTES || !timingSafeEqual(given, signatureOf(ids))) return [];
      return ids.split(".").filter((id) => TOUCH_ID.test(id)) as TouchId[];
    },
  };
}
