import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESKTOP, type Look, overflowPixels, PHONE, startBrowser } from "~tests/support/browser";
import { type DeskWorld, openDeskWorld, type Who } from "~tests/support/desk-world";

/** Every kind of page with what makes it crowded: every table, every empty state, every refusal. */
const PAGES: readonly (readonly [who: Who, path: string])[] = [
  ["anyone", "/"],
  ["anyone", "/glossary"],
  ["anyone", "/sign-in"],
  ["brume", "/manage/brume"],
  ["lueur", "/manage/lueur"],
  ["vide", "/manage/vide"],
  ["brume", "/manage/brume/sales?from=2010-12-01&to=2010-12-09"],
  ["brume", "/manage/brume/sales?zone=Mars"],
  ["brume", "/manage/brume/catalog"],
  ["vide", "/manage/vide/catalog"],
  ["brume", "/manage/brume/catalog/import"],
  ["brume", "/manage/brume/settings/team"],
  ["sam", "/ops"],
  ["sam", "/ops/brands"],
];

const LOOKS: readonly (Look & { readonly locale: "en" | "fr" })[] = (["light", "dark"] as const).flatMap((scheme) =>
  [PHONE, DESKTOP].flatMap((viewport) => (["en", "fr"] as const).map((locale) => ({ scheme, viewport, locale }))),
);

let world: DeskWorld;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openDeskWorld(), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

describe.each(LOOKS)("$scheme, $viewport.width px, $locale", (look) => {
  it("is clean for assistive technology, fits the window, and breaks neither policy nor hydration", async () => {
    const wrong: string[] = [];
    for (const [who, path] of PAGES) {
      const seen = await world.visitAs(browser, who, look);
      const answer = await seen.page.goto(path);
      await seen.page.locator("main").waitFor();
      if ((await seen.page.locator("[data-chart] svg").count()) > 0) await seen.page.locator('[data-chart] [role="application"]').waitFor();
      expect(await seen.page.locator("html").getAttribute("lang")).toBe(look.locale);
      for (const violation of await axe(seen.page)) wrong.push(`${path}: ${violation}`);
      const pixels = await overflowPixels(seen.page);
      if (pixels > 0) wrong.push(`${path}: ${pixels} px too wide`);
      // The browser itself reports an answer of 400 as an error of the console.
      const errors = answer?.ok() === true ? seen.consoleErrors : seen.consoleErrors.filter((text) => !text.includes("status of 400"));
      wrong.push(...seen.cspViolations, ...errors);
      await seen.close();
    }
    expect(wrong).toEqual([]);
  });
});

/** Side menus, pickers and folded tables hide what axe does not look at while they are closed. */
it.each(LOOKS.filter((look) => look.locale === "fr"))("everything that opens is clean too: $scheme, $viewport.width px", async (look) => {
  const wrong: string[] = [];
  const { page, close } = await world.visitAs(browser, "brume", look);
  await page.goto("/manage/brume/sales?from=2010-12-01&to=2010-12-09");
  await page.locator('[data-chart] [role="application"]').waitFor();
  const all = page.locator("details");
  for (let index = 0; index < (await all.count()); index++) {
    await all.nth(index).locator("summary").first().click();
    const pixels = await overflowPixels(page);
    if (pixels > 0) wrong.push(`${index}: ${pixels} px too wide`);
  }
  // Opening one picker closes the one before; for this look at their contents they all stay open.
  await all.evaluateAll((every) => {
    for (const details of every) details.setAttribute("open", "");
  });
  wrong.push(...(await axe(page)));
  expect(wrong).toEqual([]);
  await close();
});
