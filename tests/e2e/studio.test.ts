import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESKTOP, type Look, overflowPixels, PHONE, startBrowser } from "~tests/support/browser";
import { openStudioWorld, type StudioPerson, type StudioWorld } from "~tests/support/studio-world";

let world: StudioWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openStudioWorld(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

/** Five orders of 66.67 base won; of those on days 0 and 6 one of two units was taken back: 3.33 or 3.34 each. */
const EARNED = 3_335;

/** Only the digits and the sign: `−€1,234.50`, `-1234.50` and `-1 234,50 €` are the same figure. */
function figure(text: string): number {
  return Number(text.replace(/\D/g, "")) * (/[-−]/.test(text) ? -1 : 1);
}

async function csvRows(page: Page, path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const answer = await page.request.get(path);
  expect(answer.status()).toBe(200);
  const [head = "", ...lines] = (await answer.text()).replace("\ufeff", "").trim().split("\r\n");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [head.split(",")[index] ?? "", cell])));
}

describe("the studio", () => {
  it("says what was earned; sentence, figures, bars, tables and files tell the same", async () => {
    const { page, close } = await world.visitAs(browser, "lina");
    await page.goto("/studio");
    const rows = await csvRows(page, "/studio.csv");
    const total = rows.at(-1) ?? expect.unreachable();
    expect(figure(total.commission_accrued ?? "")).toBe(EARNED);
    const net = figure(total.commission_net ?? "");
    expect(net).toBeLessThan(EARNED);
    expect(figure(await page.locator("h1 a").first().innerText())).toBe(net);
    expect(await page.locator("h1").innerText()).toContain("provisional");
    expect(figure(await page.locator('[data-figure="commission_net"] dd').first().innerText())).toBe(net);
    expect(figure(await page.locator('[data-figure="clicks"] dd').first().innerText())).toBe(Number(total.clicks));
    const twin = page.locator('[data-twin="earnings"] tfoot');
    expect(figure((await twin.locator('[data-column="provisional"]').textContent()) ?? "")).toBe(EARNED);
    expect(figure((await twin.locator('[data-column="reversed"]').textContent()) ?? "")).toBe(net - EARNED);
    const sources = await csvRows(page, "/studio/sources.csv");
    expect(sources.slice(0, -1).reduce((sum, row) => sum + figure(row.commission_net ?? ""), 0)).toBe(net);
    await close();
  });

  it("opens the lines of a bar by keyboard", async () => {
    const { page, close } = await world.visitAs(browser, "lina");
    await page.goto("/studio");
    const bars = page.locator('[data-chart="earnings"] a');
    expect(await bars.count()).toBe(30);
    await bars.last().focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    const name = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    expect(name).toContain("earned");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/studio/commissions?from=**");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await close();
  });

  it("shows a new click within seconds, without a reload", async () => {
    const { page, close } = await world.visitAs(browser, "lina");
    await page.goto("/studio");
    const clicks = page.locator('[data-figure="clicks"] dd').first();
    const before = figure(await clicks.innerText());
    await world.click();
    await expect.poll(async () => figure(await clicks.innerText()), { timeout: 10_000 }).toBe(before + 1);
    await close();
  });

  it("lists every line with its reason and explains one down to the ledger", async () => {
    const { page, close } = await world.visitAs(browser, "lina");
    await page.goto("/studio/commissions");
    expect(await page.locator("h1").innerText()).toContain("10 lines");
    const why = page.getByText(/^@noe\S*’s touch won/);
    expect(await why.count()).toBe(5);
    expect(await csvRows(page, "/studio/commissions.csv")).toHaveLength(10);
    await page.locator("[data-line] a").first().click();
    await page.getByRole("heading", { name: "Ledger" }).waitFor();
    await page.goto("/studio/commissions?show=taken_back");
    await page.locator("[data-line] a").first().click();
    await page.getByRole("heading", { name: "Ledger" }).waitFor();
    const said = await page.locator("main").innerText();
    for (const words of ["€66.67 × 10", "6.667 →", "€6.67", "Pays: the same terms were in force at both.", "brand_payable → affiliate_pending", "affiliate_pending → brand_payable"]) {
      expect(said).toContain(words);
    }
    expect(said).not.toContain("mia@example.org");
    await close();
  });

  it("does not exist for others", async () => {
    for (const path of ["/studio", "/studio/commissions", "/studio.csv"]) {
      const { page, close } = await world.visitAs(browser, "shopper");
      expect((await page.goto(path))?.status()).toBe(404);
      await close();
    }
  });
});

describe("a brand's affiliates", () => {
  it("add up to the brand with the unattributed rest", async () => {
    const { page, close } = await world.visitAs(browser, "owner");
    for (const group of ["affiliate", "link", "post"]) {
      await page.goto(`/manage/brume/affiliates?group=${group}`);
      const rows = await csvRows(page, `/manage/brume/affiliates.csv?group=${group}`);
      for (const column of ["orders_credited", "units_credited", "credited_net_sales"]) {
        const parts = rows.slice(0, -1).reduce((sum, row) => sum + figure(row[column] ?? ""), 0);
        expect([group, column, parts]).toEqual([group, column, figure(rows.at(-1)?.[column] ?? "")]);
      }
      const shown = page.locator("section").filter({ has: page.getByText("add up to the brand", { exact: false }) });
      const cell = shown.locator('tfoot [data-column="credited_net_sales"]');
      expect(figure((await cell.textContent()) ?? "")).toBe(figure(rows.at(-1)?.credited_net_sales ?? ""));
    }
    await close();
  });
});

const PAGES: readonly (readonly [who: StudioPerson, path: string])[] = [
  ["lina", "/studio"],
  ["lina", "/studio?from=2020-01-01&to=2020-01-30"],
  ["lina", "/studio?zone=Mars"],
  ["nova", "/studio"],
  ["lina", "/studio/commissions"],
  ["lina", "/studio/commissions?show=taken_back"],
  ["owner", "/manage/brume/affiliates"],
  ["owner", "/manage/brume/commissions"],
];

const LOOKS: readonly (Look & { readonly locale: "en" | "fr" })[] = [
  { scheme: "light", viewport: PHONE, locale: "fr" },
  { scheme: "dark", viewport: PHONE, locale: "en" },
  { scheme: "light", viewport: DESKTOP, locale: "en" },
  { scheme: "dark", viewport: DESKTOP, locale: "fr" },
  { scheme: "light", viewport: PHONE, locale: "en", javaScriptEnabled: false },
];

describe.each(LOOKS)("$scheme, $viewport.width px, $locale, script $javaScriptEnabled", (look) => {
  it("is clean for assistive technology, fits the window, and breaks neither policy nor hydration", async () => {
    const wrong: string[] = [];
    const scripted = look.javaScriptEnabled !== false;
    for (const [who, path] of PAGES) {
      const seen = await world.visitAs(browser, who, look);
      const answer = await seen.page.goto(path);
      await seen.page.locator("main h1").waitFor();
      if (path.startsWith("/studio/commissions?") || path.endsWith("/commissions")) {
        await seen.page.locator("[data-line] a").first().click();
        await seen.page.locator("main article h2").first().waitFor();
        wrong.push(...(await faults(seen.page, `${path} explained`, scripted)));
        await seen.page.goto(path);
      }
      wrong.push(...(await faults(seen.page, path, scripted)));
      const errors = answer?.ok() === true ? seen.consoleErrors : seen.consoleErrors.filter((text) => !text.includes("status of 400"));
      wrong.push(...seen.cspViolations, ...errors);
      await seen.close();
    }
    expect(wrong).toEqual([]);
  });
});

/** Axe needs to run scripts in the page. */
async function faults(page: Page, name: string, scripted: boolean): Promise<readonly string[]> {
  const pixels = await overflowPixels(page);
  const violations = scripted ? await axe(page) : [];
  return [...violations.map((violation) => `${name}: ${violation}`), ...(pixels > 0 ? [`${name}: ${pixels} px too wide`] : [])];
}
