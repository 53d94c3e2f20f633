import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { providerKeys } from "~/adapters/payments/provider-keys";
import { authoriseWith, newId, wanted } from "~tests/support/card-payments";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";
import { rawBytes, rawRequest } from "~tests/support/raw-request";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(async () => {
  const { payments } = await provider.payments.listChanges(null);
  expect(payments.map(({ state }) => state)).toEqual(["action_required"]);
  await provider.stop();
});

async function newFrame(): Promise<string> {
  return (await provider.payments.openCardEntry({ entryKey: newId("key"), customer: null })).frameUrl;
}

describe("hostile input", () => {
  const key = (): string => `Bearer ${providerKeys(provider.secret).api}`;
  const send = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    rawRequest(provider.port, {
      method: "POST",
      path,
      headers: { authorization: key(), "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...headers },
      body,
    });
  const group = (change: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({
      groupId: "chk_1",
      source: { entryId: "ent_1" },
      returnUrl: "http://shop.localhost/",
      payments: [{ paymentId: "pay_1", amountMinor: 1, currency: "EUR", statementName: "" }],
      ...change,
    });
  const paid = (change: Readonly<Record<string, unknown>>): string =>
    group({ payments: [{ paymentId: "pay_1", amountMinor: 1, currency: "EUR", statementName: "", ...change }] });

  it.each([
    ["/v1/groups", ""],
    ["/v1/groups", "{"],
    ["/v1/groups", "null"],
    ["/v1/groups", "[]"],
    ["/v1/groups", group({ extra: 1 })],
    ["/v1/groups", group({ payments: [] })],
    ["/v1/groups", group({ payments: Array.from({ length: 51 }, (_, at) => ({ ...wanted(), paymentId: `pay_${at}` })) })],
    ["/v1/groups", group({ payments: [wanted(), wanted()].map((each) => ({ ...each, paymentId: "pay_1" })) })],
    ["/v1/groups", group({ source: {} })],
    ["/v1/groups", group({ groupId: "../x" })],
    ["/v1/groups", group({ groupId: "x".repeat(121) })],
    ["/v1/groups", paid({ amountMinor: 0 })],
    ["/v1/groups", paid({ amountMinor: -1 })],
    ["/v1/groups", paid({ amountMinor: 1.5 })],
    ["/v1/groups", paid({ amountMinor: 1e15 })],
    ["/v1/groups", paid({ amountMinor: "1" })],
    ["/v1/groups", paid({ currency: "XXX" })],
    ["/v1/groups", paid({ currency: "eur" })],
    ["/v1/groups", "[".repeat(20_000)],
    ["/v1/groups", " ".repeat(70_000)],
    ["/v1/entries", "{}"],
    ["/v1/cards", '{"entryId":"a","customer":null}'],
    ["/v1/payments/pay_1/capture", '{"amountMinor":null}'],
    ["/v1/payments/pay_1/refunds", '{"refundId":"","amountMinor":1}'],
    ["/v1/payments/%00/cancel", "{}"],
    ["/v1/payments/a%2fb/cancel", "{}"],
    ["/v1/payments/pay_1/cancel", '{"a":1}'],
  ])("to %s is a 400 that says why: %.60s", async (path, body) => {
    const answer = await send(path, body);
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([400, "bad_request"]);
    expect(answer.text).not.toContain("evil");
  });

  it("of another content type is refused", async () => {
    expect((await send("/v1/groups", group({}), { "content-type": "text/plain" })).status).toBe(400);
    expect((await rawRequest(provider.port, { method: "POST", path: "/v1/groups", headers: { authorization: key() } })).status).toBe(400);
  });

  it("without the key, or with another, is a 401", async () => {
    for (const authorization of ["", "Bearer x", key().slice(0, -1), `${key()}x`, key().replace("Bearer", "Basic")]) {
      expect((await send("/v1/groups", group({}), { authorization })).status).toBe(401);
      expect((await send("/control/settle", "{}", { authorization })).status).toBe(401);
    }
  });

  it("to an unknown address or with an unknown cursor is told so", async () => {
    expect((await send("/v1/nothing", "{}")).status).toBe(404);
    expect((await send("/control/nothing", "{}")).status).toBe(404);
    const get = (path: string) => rawRequest(provider.port, { path, headers: { authorization: key() } });
    expect((await get("/v1/changes?after=x")).status).toBe(400);
    expect((await get("/v1/settlements?after=-1")).status).toBe(400);
    expect((await get("/%zz")).status).toBe(404);
    expect((await get("//x/y")).status).toBe(404);
    expect(await rawBytes(provider.port, "GET * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).toContain("404");
    expect(await rawBytes(provider.port, "nonsense\r\n\r\n")).toContain("400");
  });

  it("to the forms is a 400, from another site too", async () => {
    const frame = await newFrame();
    const post = (body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
      fetch(frame, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded", ...headers } });
    expect((await post("")).status).toBe(400);
    expect((await post(`number=${"4".repeat(100)}&expiry=12/40&cvc=123`)).status).toBe(400);
    expect((await post("number=1&expiry=1&cvc=1", { origin: "https://evil.example" })).status).toBe(400);
    expect((await post("number=1&expiry=1&cvc=1", { "content-type": "text/plain" })).status).toBe(400);
    expect((await fetch(frame, { method: "DELETE" })).status).toBe(400);
    const { challengeUrl } = await authoriseWith(provider, "4000000000003220");
    const answer = await fetch(challengeUrl ?? "", { method: "POST", body: new URLSearchParams({ answer: "maybe" }) });
    expect(answer.status).toBe(400);
  });
});

it("has no control address unless it was started for tests", async () => {
  const own = await startProvider({ env: { VITRINE_TEST: "" } });
  await expect(own.control.settle()).rejects.toThrow("refused the order");
  const answer = await fetch(`${own.url}/control/settle`, { method: "POST" });
  expect(answer.status).toBe(404);
  await own.stop();
});
