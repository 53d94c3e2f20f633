import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startBrowser } from "~tests/support/browser";
import { type DeskWorld, openDeskWorld } from "~tests/support/desk-world";

const FIXTURES = join("tests", "support", "fixtures");

let world: DeskWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openDeskWorld(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

it.each([true, false])(
  "names every error and imports nothing, then takes the right file whole (JavaScript: %s)",
  async (javaScriptEnabled) => {
    const brand = javaScriptEnabled ? "brume" : "lueur";
    const signedIn = await world.visitAs(browser, brand);
    await signedIn.close();
    const { page, close } = await world.visitAs(browser, brand, { javaScriptEnabled });
    const before = async () => {
      await page.goto(`/manage/${brand}/catalog`);
      return page.locator("main h1").innerText();
    };
    const untouched = await before();
    const upload = async (file: string) => {
      await page.goto(`/manage/${brand}/catalog/import`);
      await page.locator("input[type=file]").setInputFiles(join(FIXTURES, file));
      await page.locator("main button[type=submit]").click();
      await page.waitForURL("**/catalog/imports/**");
    };
    await upload("shopify-with-errors.csv");
    await page.locator("h1", { hasText: "Nothing was imported" }).waitFor();
    const lines = await page.locator('main tbody th[data-column="line"]').count();
    expect(lines).toBeGreaterThan(0);
    const csv = await page.request.get(`${new URL(page.url()).pathname}/errors.csv`);
    expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect((await csv.text()).trim().split("\r\n")).toHaveLength(lines + 1);
    expect(await before()).toBe(untouched);
    await upload("shopify-products.csv");
    await page.locator("h1", { hasText: "imported." }).waitFor();
    await page.getByRole("link", { name: "See the catalogue" }).click();
    await page.locator('main tbody th[data-column="product"]').first().waitFor();
    expect(await page.locator("main h1").innerText()).toMatch(/^\d+ products? in the catalogue\.$/);
    await close();
  },
);

it("says what is wrong with an upload, beside the field", async () => {
  const { page, close } = await world.visitAs(browser, "vide");
  await page.goto("/manage/vide/catalog/import");
  const field = page.locator("input[type=file]");
  const send = async (file: { name: string; mimeType: string; buffer: Buffer } | null, words: string) => {
    if (file !== null) await field.setInputFiles(file);
    await page.locator("main button[type=submit]").click();
    await page.locator("main form p", { hasText: words }).waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
  };
  await send(null, "Choose a file first.");
  await send({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("colour,size\nred,1\n") }, "colour, size");
  await send({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from([0x41, 0xe9, 0x0a]) }, "UTF-8");
  await send({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(" \n") }, "empty");
  await close();
});

it("sends the first hundred errors of a file and tells how many there are", async () => {
  const { page, close } = await world.visitAs(browser, "vide");
  const rows = Array.from({ length: 150 }, (_, at) => `h${at},Title,no-price-${at}`);
  await page.goto("/manage/vide/catalog/import");
  const file = ["Handle,Title,Variant Price", ...rows, ""].join("\n");
  await page.locator("input[type=file]").setInputFiles({ name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.locator("main button[type=submit]").click();
  await page.waitForURL("**/catalog/imports/**");
  await page.locator("h1", { hasText: "150 lines have errors" }).waitFor();
  expect(await page.locator("main tbody tr").count()).toBe(100);
  expect(await page.locator("main").innerText()).toContain("The first 100 of 150");
  const address = new URL(page.url()).pathname;
  const html = await (await page.request.get(address)).text();
  expect([html.includes("no-price-99"), html.includes("no-price-100")]).toEqual([true, false]);
  expect(await (await page.request.get("/manage/vide/catalog/import")).text()).not.toContain("no-price-");
  expect((await (await page.request.get(`${address}/errors.csv`)).text()).trim().split("\r\n")).toHaveLength(151);
  await close();
});

it("says that an import failed and what can be done, and asks no further", async () => {
  const { page, close } = await world.visitAs(browser, "vide");
  const db = new Sqlite(join(world.home.dataDir, "vitrine.db"));
  const brandId = db.prepare("select id from brands where slug = 'vide'").pluck().get();
  db.prepare(
    `insert into catalog_imports (id, brand_id, file_name, format, state, body, created_at, finished_at)
     values ('imp_failed', ?, 'lost.csv', 'shopify', 'running', 'text', 0, null)`,
  ).run(brandId);
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("/imports/imp_failed")) asked += 1;
  });
  await page.goto("/manage/vide/catalog/imports/imp_failed");
  await expect.poll(() => asked).toBeGreaterThan(2);
  db.prepare("update catalog_imports set state = 'failed', finished_at = 1 where id = 'imp_failed'").run();
  db.close();
  await page.locator("h1", { hasText: "The import failed. Nothing was imported." }).waitFor();
  expect(await page.locator("main h1").innerText()).toContain("an operator of the platform can replay it");
  expect(await page.locator("meta[http-equiv=refresh]").count()).toBe(0);
  await page.waitForLoadState("networkidle");
  const before = asked;
  await page.waitForTimeout(2_500);
  expect(asked).toBe(before);
  await page.goto("/manage/vide/catalog/import");
  expect(await page.locator("main tbody").innerText()).toContain("failed");
  await close();
});

it("searches, narrows and pages through the address", async () => {
  const { page, close } = await world.visitAs(browser, "brume");
  await page.goto("/manage/brume/catalog");
  const all = await page.locator("main tbody tr").count();
  await page.locator("input[name=q]").fill("heart");
  await page.locator("main form[role=search] button").click();
  await page.waitForURL("**q=heart**");
  const found = await page.locator('main tbody th[data-column="product"]').allInnerTexts();
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all);
  for (const text of found) expect(text.toLowerCase()).toContain("heart");
  await page.goto("/manage/brume/catalog?page=2");
  expect(await page.locator("nav", { hasText: "Page 2 of" }).count()).toBe(1);
  expect((await page.goto("/manage/brume/catalog?status=sold"))?.status()).toBe(400);
  expect(await page.locator("main").innerText()).toContain("not_for_sale");
  await close();
});
