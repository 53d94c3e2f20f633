import { dirname } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accountWorld, brandOf, PASSWORD, person } from "~tests/support/account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { axe, overflowPixels, PHONE, startBrowser, visit } from "~tests/support/browser";
import { openWorld, type World } from "~tests/support/databases";

let world: World;
let home: Home;
let web: RunningProcess;
let browser: Browser;

beforeAll(async () => {
  world = await openWorld("sqlite");
  if (!("file" in world.where)) throw new Error("not SQLite");
  const { deps } = accountWorld(world);
  await brandOf(deps, "brume", await person(deps, "own@example.org"));
  await person(deps, "mia@example.org");
  home = await makeHome({ DATA_DIR: dirname(world.where.file), AUTH_SECRET: "s".repeat(40) });
  [web, browser] = await Promise.all([startProcess("web", home), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await world?.close();
});

async function signIn(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator('input[name="email"]').fill("own@example.org");
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(`**${next}`);
}

const TEAM = "/manage/brume/settings/team";
const roles = async () => (await world.db.query.selectFrom("brand_staff").select("role").orderBy("role").execute()).map((row) => row.role);

it.each([true, false])("an owner adds, changes and removes a member (JavaScript: %s)", async (javaScriptEnabled) => {
  const visitor = await visit(browser, home.origin, { javaScriptEnabled, viewport: PHONE });
  const { page } = visitor;
  await signIn(page, TEAM);
  const main = page.locator("main");
  await main.getByText("1 person runs brume.").waitFor();
  await main.locator('input[name="email"]').fill("mia@example.org");
  await main.getByRole("button", { name: "Add to the team" }).click();
  await main.getByText("Added to the team.").waitFor();
  expect(await roles()).toEqual(["analyst", "owner"]);
  const row = main.locator("tbody tr", { hasText: "mia@example.org" });
  await row.locator("summary", { hasText: "Change the role" }).click();
  await row.locator('select[name="role"]').selectOption("manager");
  await row.getByRole("button", { name: "Save the role" }).click();
  await main.getByText("The role is changed.").waitFor();
  expect(await roles()).toEqual(["manager", "owner"]);
  await row.locator("summary", { hasText: "Remove" }).click();
  await row.getByRole("button", { name: "Remove mia" }).click();
  await main.getByText("Removed from the team.").waitFor();
  expect(await roles()).toEqual(["owner"]);
  expect(visitor.cspViolations).toEqual([]);
  expect(visitor.consoleErrors).toEqual([]);
  await visitor.close();
});

it("tells the last owner why they stay", async () => {
  const visitor = await visit(browser, home.origin);
  await signIn(visitor.page, TEAM);
  const main = visitor.page.locator("main");
  await main.locator("summary", { hasText: "Remove" }).click();
  await main.getByRole("button", { name: "Remove own" }).click();
  await main.getByText("A brand keeps at least one owner.").waitFor();
  expect(await roles()).toEqual(["owner"]);
  await visitor.close();
});

it.each([TEAM, "/account"])("%s is accessible, light and dark, on a phone too", async (path) => {
  for (const scheme of ["light", "dark"] as const) {
    const visitor = await visit(browser, home.origin, { scheme, viewport: PHONE });
    await signIn(visitor.page, path);
    await visitor.page.goto(path);
    expect(await axe(visitor.page), scheme).toEqual([]);
    expect(await overflowPixels(visitor.page), scheme).toBe(0);
    await visitor.close();
  }
});
