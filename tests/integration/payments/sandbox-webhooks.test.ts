import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sandboxPayments } from "~/adapters/payments/sandbox/sandbox-payments";
import { signedHeaders } from "~/adapters/payments/standard-webhooks";
import type { PaymentId } from "~/domain/kernel/branded";
import { instant } from "~/domain/kernel/instant";
import { minor } from "~/domain/kernel/money";
import { authoriseWith, capturedWith } from "~tests/support/card-payments";
import { startProvider, type TestProvider } from "~tests/support/payments-provider";

type Received = { readonly headers: IncomingHttpHeaders; readonly path: string; readonly body: string };

let server: Server;
let provider: TestProvider;
let received: Received[] = [];
/** What the merchant answers next; 204 when the list is empty. */
let answers: number[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, path: request.url ?? "", body: String(Buffer.concat(chunks)) });
      response.statusCode = answers.shift() ?? 204;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  provider = await startProvider({ webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/payments` });
});
beforeEach(async () => {
  await provider.control.setWebhooks("deliver");
  received = [];
  answers = [];
});
afterAll(async () => {
  await provider?.stop();
  server?.close();
});

const toldOf = (paymentId: PaymentId): readonly Received[] => received.filter(({ body }) => body.includes(paymentId));
const idsOf = (paymentId: PaymentId): readonly unknown[] => toldOf(paymentId).map(({ headers }) => headers["webhook-id"]);

async function untilTold(paymentId: PaymentId, times: number): Promise<void> {
  await expect.poll(() => toldOf(paymentId).length, { timeout: 30_000 }).toBe(times);
}

function plain(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

describe("a webhook", () => {
  it("is sent to the merchant's address and host for each change, and read by the client", async () => {
    const { paymentId } = await capturedWith(provider, "4242424242424242");
    await untilTold(paymentId, 2);
    for (const { headers, path, body } of toldOf(paymentId)) {
      expect([path, headers.host, headers["content-type"]]).toEqual(["/webhooks/payments", "shop.localhost", "application/json"]);
      expect(provider.payments.readWebhook(plain(headers), body)).toEqual({ webhookId: headers["webhook-id"], paymentId });
      expect(provider.payments.readWebhook({ ...plain(headers), "webhook-signature": "v1,AAAA" }, body)).toBeNull();
      expect(provider.payments.readWebhook(plain(headers), body.replace("}", " }"))).toBeNull();
      expect(provider.payments.readWebhook({}, body)).toBeNull();
    }
    expect(new Set(idsOf(paymentId)).size).toBe(2);
  });

  it("is sent again after a refusal, under the same id, and then no more", async () => {
    answers = [500, 302];
    const { paymentId } = (await authoriseWith(provider, "4242424242424242")).payment;
    await untilTold(paymentId, 3);
    expect(new Set(idsOf(paymentId)).size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(toldOf(paymentId)).toHaveLength(3);
  });

  it("is still sent after the provider was killed", async () => {
    await provider.control.setWebhooks("hold");
    const { paymentId } = (await authoriseWith(provider, "4242424242424242")).payment;
    await provider.kill();
    expect(toldOf(paymentId)).toEqual([]);
    await provider.restart();
    await untilTold(paymentId, 1);
  });
});

describe("in disorder", () => {
  it("every one comes twice", async () => {
    await provider.control.setWebhooks("duplicate");
    const { paymentId } = (await authoriseWith(provider, "4242424242424242")).payment;
    await untilTold(paymentId, 2);
    expect(new Set(idsOf(paymentId)).size).toBe(1);
  });

  it("later ones overtake earlier ones", async () => {
    await provider.control.setWebhooks("hold");
    const one = (await authoriseWith(provider, "4242424242424242")).payment;
    const two = (await authoriseWith(provider, "4242424242424242")).payment;
    await provider.control.setWebhooks("reorder");
    await untilTold(two.paymentId, 1);
    await untilTold(one.paymentId, 1);
    const order = received.map(({ body }) => body.includes(one.paymentId));
    expect(order).toEqual([false, true]);
  });

  it("none comes, ever, but the books can be asked", async () => {
    await provider.control.setWebhooks("drop");
    const { paymentId } = (await authoriseWith(provider, "4242424242424242")).payment;
    await provider.payments.capture({ paymentId, amountMinor: minor(100) });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await provider.control.setWebhooks("deliver");
    const next = (await authoriseWith(provider, "4242424242424242")).payment;
    await untilTold(next.paymentId, 1);
    expect(toldOf(paymentId)).toEqual([]);
    expect(await provider.payments.find(paymentId)).toMatchObject({ state: "captured" });
  });
});

it("the client refuses what is older or newer than five minutes, foreign, or no webhook of ours", () => {
  const at = 1_700_000_000;
  const reader = (secret: string, seconds: number) =>
    sandboxPayments({ url: provider.url, frameOrigin: provider.url, secret, clock: { now: () => instant(seconds * 1_000) } });
  const body = JSON.stringify({ type: "payment.changed", paymentId: "pay_1" });
  const sign = (text: string) => signedHeaders({ id: "whk_1", timestamp: at, body: text }, provider.webhookSecret);
  expect(reader(provider.secret, at + 300).readWebhook(sign(body), body)).toEqual({ webhookId: "whk_1", paymentId: "pay_1" });
  expect(reader(provider.secret, at - 300).readWebhook(sign(body), body)).not.toBeNull();
  expect(reader(provider.secret, at + 301).readWebhook(sign(body), body)).toBeNull();
  expect(reader(provider.secret, at - 301).readWebhook(sign(body), body)).toBeNull();
  expect(reader("some other secret", at).readWebhook(sign(body), body)).toBeNull();
  const upper = Object.fromEntries(Object.entries(sign(body)).map(([name, value]) => [name.toUpperCase(), value]));
  expect(reader(provider.secret, at).readWebhook(upper, body)).not.toBeNull();
  for (const text of ["", "{", "[]", "null", '{"type":"other","paymentId":"pay_1"}', '{"type":"payment.changed"}']) {
    expect(reader(provider.secret, at).readWebhook(sign(text), text)).toBeNull();
  }
});
