import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import type { PaymentId } from "~/domain/kernel/branded";
import { makeHome, runCli, startProduct, USER_AGENT } from "~tests/support/app";
import { homePayments, homeProviderControl } from "~tests/support/payments-provider";

it("starts the product as it is shipped, answers, and ends it with all its processes", async () => {
  const product = await startProduct({ VITRINE_TEST: "1" });
  const answer = await fetch(`${product.origin}/`, { headers: { "user-agent": USER_AGENT } });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/html")]);
  const provider = `http://localhost:${product.providerPort}`;
  expect(answer.headers.get("content-security-policy")).toContain(`frame-src ${provider};`);
  expect((await fetch(`${provider}/healthz`)).status).toBe(200);
  expect(await homeProviderControl(product).settle()).toBe(0);
  await product.stop();
  await expect(fetch(`${product.origin}/`)).rejects.toThrow();
  await expect(fetch(provider)).rejects.toThrow();
});

it("gives a command's refusal back as a result", async () => {
  const home = await makeHome();
  const { code, stdout, stderr } = await runCli(home, ["no-such-command"]);
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toContain("no-such-command");
  home.remove();
});

/** Payments the app was told of. */
function webhooksOf(dataDir: string): readonly string[] {
  const app = new Sqlite(join(dataDir, "vitrine.db"), { readonly: true });
  const rows = app.prepare<[], { payment_id: string }>("select payment_id from webhook_inbox").all();
  app.close();
  return rows.map((row) => row.payment_id);
}

it("starts the payment provider again when it was killed, on the same books, and it still tells the app what changed", async () => {
  const product = await startProduct({ VITRINE_TEST: "1" });
  await homeProviderControl(product).crashAt("find", "before_commit");
  const payments = homePayments(product);
  const canceled = await payments.cancel("pay_1" as PaymentId);
  await expect(payments.find(canceled.paymentId)).rejects.toMatchObject({ retry: true });
  const booked = (): Promise<unknown> => payments.find(canceled.paymentId).catch((error: unknown) => error);
  await expect.poll(booked, { timeout: 30_000 }).toEqual(canceled);
  expect(product.output()).toContain("provider ended (SIGKILL); it starts again.");
  await expect.poll(() => webhooksOf(product.dataDir), { timeout: 30_000 }).toEqual(["pay_1"]);
  await product.stop();
});
