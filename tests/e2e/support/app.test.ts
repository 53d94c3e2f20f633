import { expect, it } from "vitest";
import { makeHome, runCli, startProduct, USER_AGENT } from "~tests/support/app";

it("starts the product as it is shipped, answers, and ends it with all its processes", async () => {
  const product = await startProduct();
  const answer = await fetch(`${product.origin}/`, { headers: { "user-agent": USER_AGENT } });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/html")]);
  await product.stop();
  await expect(fetch(`${product.origin}/`)).rejects.toThrow();
});

it("gives a command's refusal back as a result", async () => {
  const home = await makeHome();
  const { code, stdout, stderr } = await runCli(home, ["no-such-command"]);
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr).toContain("no-such-command");
  home.remove();
});
