import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the sender's clock may be off, and how long a signed message may be replayed. Source: Standard Webhooks, "verifying". */
const TOLERANCE_SECONDS = 300;

const SECRET_PREFIX = "whsec_";

export type SignedMessage = { readonly id: string; readonly timestamp: number; readonly body: string };

/**
 * The headers of a signed message: HMAC-SHA256 over `id.timestamp.body`, seconds since 1970, in base64 behind its version.
 * `secret` is base64, with or without `whsec_`. Source: standardwebhooks.com, specification 1.0.0.
 */
export function signedHeaders(message: SignedMessage, secret: string): Readonly<Record<string, string>> {
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(message.timestamp),
    "webhook-signature": `v1,${signature(message, keyOf(secret)).toString("base64")}`,
  };
}

/** True when one of the message's signatures is by this secret and its time within five minutes of `nowSeconds`. */
export function isGenuine(
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  by: { readonly secret: string; readonly nowSeconds: number },
): boolean {
  const [id, sent, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headers[name] ?? "");
  const key = keyOf(by.secret);
  if (id === undefined || id === "" || sent === undefined || !/^\d{1,12}$/.test(sent) || key.length === 0) return false;
  if (Math.abs(by.nowSeconds - Number(sent)) > TOLERANCE_SECONDS) return false;
  const right = signature({ id, timestamp: Number(sent), body }, key);
  return (signatures ?? "").split(" ").some((each) => each.startsWith("v1,") && isSame(Buffer.from(each.slice(3), "base64"), right));
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret, "base64");
}

function signature({ id, timestamp, body }: SignedMessage, key: Buffer): Buffer {
  return createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
}

function isSame(claimed: Buffer, right: Buffer): boolean {
  return claimed.length === right.length && timingSafeEqual(claimed, right);
}
