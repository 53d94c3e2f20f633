import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESKTOP, type Look, overflowPixels, PHONE, startBrowser, type Visit, visit } from "~tests/support/browser";
import { openShopWorld, type ShopWorld } from "~tests/support/shop-world";

const SCARF = "/brands/brume/echarpe-alize";
const CARD = { number: "4242 4242 4242 4242", expiry: "12/34", cvc: "123" } as const;

const LOOKS: readonly (Look & { readonly locale: "en" | "fr" })[] = (["light", "dark"] as const).flatMap((scheme) =>
  [PHONE, DESKTOP].flatMap((viewport) => (["en", "fr"] as const).map((locale) => ({ scheme, viewport, locale }))),
);

let world: ShopWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openShopWorld(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

function enter(look: Look = {}): Promise<Visit> {
  return visit(browser, world.home.origin, { locale: "fr", viewport: PHONE, ...look });
}

async function wrongWith(seen: Visit, place: string): Promise<readonly string[]> {
  const violations = await axe(seen.page);
  const pixels = await overflowPixels(seen.page);
  return [...violations.map((each) => `${place}: ${each}`), ...(pixels > 0 ? [`${place}: ${pixels} px too wide`] : [])];
}

/** Answers the two questions every guest is asked. */
async function introduce(page: Page): Promise<void> {
  await page.locator("input[name=email]").fill("lea@example.org");
  await page.locator("button[value=contact]").click();
  for (const [name, value] of [
    ["name", "Léa Martin"],
    ["line1", "14 rue des Récollets"],
    ["postalCode", "75010"],
    ["city", "Paris"],
  ] as const) {
    await page.locator(`input[name=${name}]`).fill(value);
  }
  await page.locator("button[value=address]").click();
}

async function typeCard(page: Page, number: string = CARD.number): Promise<void> {
  const frame = page.frameLocator("iframe");
  await frame.locator("#number").fill(number);
  await frame.locator("#expiry").fill(CARD.expiry);
  await frame.locator("#cvc").fill(CARD.cvc);
}

describe.each(LOOKS)("$scheme, $viewport.width px, $locale", (look) => {
  it("pages of the shop are clean, fit the window, and break neither policy nor hydration", async () => {
    const wrong: string[] = [];
    const seen = await enter(look);
    for (const path of ["/", "/brands/brume", SCARF, "/brands/brume/pull-torsade", "/@lina.moreau", "/bag", "/orders"]) {
      await seen.page.goto(path);
      await seen.page.locator("main").waitFor();
      wrong.push(...(await wrongWith(seen, path)));
    }
    await seen.page.goto(SCARF);
    await seen.page.locator("button[value=add]").click();
    await seen.page.locator("main [role=status]").waitFor();
    await seen.page.goto("/bag");
    wrong.push(...(await wrongWith(seen, "a filled bag")));
    await seen.page.locator("button[value=checkout]").click();
    await seen.page.locator("input[name=email]").waitFor();
    wrong.push(...(await wrongWith(seen, "contact")));
    await introduce(seen.page);
    await seen.page.locator("iframe").waitFor();
    wrong.push(...(await wrongWith(seen, "paying")), ...seen.cspViolations, ...seen.consoleErrors);
    await seen.close();
    expect(wrong).toEqual([]);
  });
});

describe("without JavaScript", () => {
  it("a guest buys, sees until when it can be undone, and cancels", async () => {
    const { page, close } = await enter({ javaScriptEnabled: false, timezoneId: "Europe/Paris" });
    await page.goto("/");
    await page.locator("[data-tag] a", { hasText: "Écharpe Alizé" }).first().click();
    await page.locator("button[value=buy]").click();
    await introduce(page);
    await typeCard(page);
    await page.frameLocator("iframe").locator("button").first().click();
    await page.frameLocator("iframe").getByText("4242").waitFor();
    const price = /[\d,]+\s€/.exec(await page.locator("button[value=pay]").innerText())?.[0];
    await page.locator("button[value=pay]").click();
    await page.waitForURL(/\/done$/);
    expect(await page.locator("main").innerText()).toContain(price ?? "no price");
    expect(await page.locator("main").innerText()).toMatch(/Annulez jusqu’à \d\d:\d\d/);
    await page.goto("/orders");
    await page.locator("main ul a").first().click();
    await page.locator("details#cancel summary").click();
    await page.locator("details#cancel button[type=submit]").click();
    await page.waitForURL(/done=canceled/);
    expect(await page.locator("h1").innerText()).toContain("annulé");
    await close();
  });
});

describe("with JavaScript", () => {
  it("a sheet opens over the feed, buys, and gives place and focus back", async () => {
    const seen = await enter();
    const { page } = seen;
    await page.goto("/");
    const tag = page.locator("[data-tag] a", { hasText: "Écharpe Alizé" }).first();
    await tag.click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator("button[value=buy]").waitFor();
    expect(await tag.getAttribute("aria-current")).toBe("true");
    expect(await wrongWith(seen, "the product's sheet")).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await tag.evaluate((element) => element === document.activeElement)).toBe(true);
    await tag.click();
    await dialog.locator("button[value=buy]").click();
    await introduce(page);
    await dialog.locator("iframe").waitFor();
    await typeCard(page);
    await dialog.locator("button[value=pay]").click();
    await dialog
      .getByText(/\d\d:\d\d/)
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(await wrongWith(seen, "the thanks")).toEqual([]);
    await dialog.getByRole("button", { name: "Reprendre le fil" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await page.locator("article").count()).toBeGreaterThan(3);
    expect([...seen.cspViolations, ...seen.consoleErrors]).toEqual([]);
    await seen.close();
  });

  it("a declined card is told in words, and everything typed is kept for another try", async () => {
    const { page, close } = await enter();
    await page.goto(SCARF);
    await page.locator("button[value=buy]").click();
    await introduce(page);
    await page.locator("iframe").waitFor();
    await typeCard(page, "4000 0000 0000 9995");
    await page.locator("button[value=pay]").click();
    await page.getByText("provision suffisante").waitFor();
    await page.locator("button[value=checkout]").click();
    await page.locator("button[value=pay]").waitFor();
    expect(await page.locator("main").innerText()).toContain("lea@example.org");
    await close();
  });
});
