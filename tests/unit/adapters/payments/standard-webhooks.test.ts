import { describe, expect, it } from "vitest";
import { isGenuine, signedHeaders } from "~/adapters/payments/standard-webhooks";

/** The published vector of the specification's own test suite (standard-webhooks, libraries/javascript, MIT). */
const VECTOR = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const WRONG = ["v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=", "v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="];

const HEADERS = { "webhook-id": VECTOR.id, "webhook-timestamp": String(VECTOR.timestamp), "webhook-signature": VECTOR.signature };

const genuine = (headers: Readonly<Record<string, string>>, options: { readonly secret?: string; readonly at?: number } = {}): boolean =>
  isGenuine(headers, VECTOR.body, { secret: options.secret ?? VECTOR.secret, nowSeconds: options.at ?? VECTOR.timestamp });

it("signs as the specification's own suite does", () => {
  expect(signedHeaders(VECTOR, VECTOR.secret)).toEqual(HEADERS);
  expect(signedHeaders(VECTOR, VECTOR.secret.slice("whsec_".length))).toEqual(HEADERS);
});

describe("takes", () => {
  it.each([0, 300, -300])("the vector, %d seconds from now", (seconds) => {
    expect(genuine(HEADERS, { at: VECTOR.timestamp + seconds })).toBe(true);
  });

  it("a secret without its prefix", () => {
    expect(genuine(HEADERS, { secret: VECTOR.secret.slice("whsec_".length) })).toBe(true);
  });

  it("several signatures, one of them right", () => {
    expect(genuine({ ...HEADERS, "webhook-signature": [...WRONG, VECTOR.signature].join(" ") })).toBe(true);
  });
});

describe("refuses", () => {
  it.each(["webhook-id", "webhook-timestamp", "webhook-signature"])("a message without %s", (name) => {
    expect(genuine({ ...HEADERS, [name]: "" })).toBe(false);
    expect(genuine(Object.fromEntries(Object.entries(HEADERS).filter(([each]) => each !== name)))).toBe(false);
  });

  it.each([
    ["an empty secret", {}, { secret: "" }],
    ["an empty secret with its prefix", {}, { secret: "whsec_" }],
    ["another secret", {}, { secret: "whsec_AAAA" }],
    ["a time that is none", { "webhook-timestamp": "hello" }, {}],
    ["a message 301 seconds old", {}, { at: VECTOR.timestamp + 301 }],
    ["a message 301 seconds in the future", {}, { at: VECTOR.timestamp - 301 }],
    ["another time than was signed", { "webhook-timestamp": String(VECTOR.timestamp + 1) }, {}],
    ["another id than was signed", { "webhook-id": "msg_other" }, {}],
    ["a signature that is none", { "webhook-signature": "v1,dawfeoifkpqwoekfpqoekf" }, {}],
    ["a signature cut short", { "webhook-signature": VECTOR.signature.slice(0, 8) }, {}],
    ["no signature behind the version", { "webhook-signature": "v1," }, {}],
    ["only wrong signatures", { "webhook-signature": WRONG.join(" ") }, {}],
    ["the right signature under another version", { "webhook-signature": VECTOR.signature.replace("v1", "v2") }, {}],
  ])("%s", (_, headers, options) => {
    expect(genuine({ ...HEADERS, ...headers }, options)).toBe(false);
  });

  it("another body", () => {
    expect(isGenuine(HEADERS, `${VECTOR.body} `, { secret: VECTOR.secret, nowSeconds: VECTOR.timestamp })).toBe(false);
  });
});
