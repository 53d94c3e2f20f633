import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axe, overflowPixels, PHONE, startBrowser, visit } from "~tests/support/browser";

/** The suites trust these helpers to see what is wrong, so here they are shown pages that are wrong on purpose. */
const PAGES: Readonly<Record<string, string>> = {
  "/clean": `<!doctype html><html lang="en"><title>Clean</title><main><h1>Clean</h1></main></html>`,
  "/inline-script": `<!doctype html><html lang="en"><title>Script</title><main><h1>Script</h1></main><script>window.ran = true</script></html>`,
  "/no-alt": `<!doctype html><html lang="en"><title>Picture</title><main><h1>Picture</h1><img src="/clean"></main></html>`,
  "/wide": `<!doctype html><html lang="en"><title>Wide</title><main><h1>Wide</h1><table width="2000"><tr><td>wide</td></tr></table></main></html>`,
};

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader("content-security-policy", "script-src 'none'");
    response.setHeader("content-type", "text/html");
    response.end(PAGES[request.url ?? ""] ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

it("finds nothing on a clean page", async () => {
  const { page, close, cspViolations } = await visit(browser, origin, { viewport: PHONE });
  await page.goto("/clean");
  expect([await axe(page), cspViolations, await overflowPixels(page)]).toEqual([[], [], 0]);
  await close();
});

it("collects violations of the content security policy", async () => {
  const { page, close, cspViolations } = await visit(browser, origin);
  await page.goto("/inline-script");
  expect(cspViolations).toHaveLength(1);
  await close();
});

it("reports what axe finds", async () => {
  const { page, close } = await visit(browser, origin);
  await page.goto("/no-alt");
  expect((await axe(page)).join("\n")).toContain("image-alt");
  await close();
});

it("measures how far a page scrolls sideways", async () => {
  const { page, close } = await visit(browser, origin, { viewport: PHONE });
  await page.goto("/wide");
  expect(await overflowPixels(page)).toBeGreaterThan(1_000);
  await close();
});
