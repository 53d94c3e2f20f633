import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { axe, startBrowser, type Visit, visit } from "~tests/support/browser";

const PASSWORD = "correct horse battery";

let home: Home;
let web: RunningProcess;
let browser: Browser;

beforeAll(async () => {
  home = await makeHome({ DEMO: "1" });
  [web, browser] = await Promise.all([startProcess("web", home), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await web?.stop();
  home?.remove();
});

/** The link to this page that was mailed to an address, once it is there: mails are written behind the answer. */
async function mailedLink(to: string, path: "/verify" | "/reset"): Promise<string> {
  const links = (): readonly string[] => mailsTo(to).flatMap(({ text }) => text.match(/http\S+/g) ?? []);
  const wanted = () => links().find((link) => new URL(link).pathname === path);
  await expect.poll(wanted).toBeDefined();
  return wanted() ?? "";
}

function mailsTo(address: string): readonly { readonly to: string; readonly text: string }[] {
  const folder = join(home.dataDir, "mailbox");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const mails = names.map((name): { to: string; text: string } => JSON.parse(readFileSync(join(folder, name), "utf8")));
  return mails.filter(({ to }) => to === address);
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`input[name="${name}"]`).fill(value);
}

const main = (page: Page) => page.locator("main");
const submit = (page: Page) => main(page).locator("button[type=submit]").click();

/** Sign up, read the mail, confirm, sign in, look at the account, sign out. */
async function wholeLife({ page }: Visit, email: string): Promise<void> {
  await page.goto("/sign-up");
  await fill(page, { name: "Ada Lovelace", email, password: PASSWORD });
  await submit(page);
  await main(page).getByText("We have written to").waitFor();
  await mailedLink(email, "/verify");
  await main(page).getByRole("link", { name: "Read it here" }).click();
  await page.waitForURL("**/demo/mailbox?*");
  await main(page).locator('a[href^="/verify"]').click();
  await page.waitForURL("**/verify?*");
  await fill(page, { password: PASSWORD });
  await submit(page);
  await page.waitForURL("**/sign-in?done=verified");
  await fill(page, { email, password: PASSWORD });
  await submit(page);
  await main(page).getByText("You are Ada Lovelace.").waitFor();
  expect(new URL(page.url()).pathname).toBe("/account");
  await page.locator("header summary").first().click();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.waitForURL("**/sign-in?done=left");
  await page.goto("/account");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
}

describe("an account's whole life", () => {
  it.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])("%s", async (how, javaScriptEnabled) => {
    const visitor = await visit(browser, home.origin, { javaScriptEnabled });
    await wholeLife(visitor, javaScriptEnabled ? "ada@example.org" : "bea@example.org");
    expect(visitor.cspViolations, how).toEqual([]);
    expect(visitor.consoleErrors, how).toEqual([]);
    await visitor.close();
  });
});

it("leads whoever gets the mail of a stranger's sign-up to a password of their own", async () => {
  const visitor = await visit(browser, home.origin);
  const { page } = visitor;
  await page.goto("/sign-up");
  await fill(page, { name: "Mallory", email: "dora@example.org", password: "the stranger's password" });
  await submit(page);
  await main(page).getByText("We have written to").waitFor();
  await page.goto(await mailedLink("dora@example.org", "/verify"));
  await fill(page, { password: PASSWORD });
  await submit(page);
  await main(page).getByText("created with another password").waitFor();
  await main(page).getByRole("link", { name: "Set a new password" }).click();
  await page.waitForURL("**/forgot");
  await visitor.close();
});

it("sets a new password by mail", async () => {
  const visitor = await visit(browser, home.origin);
  const { page } = visitor;
  await page.goto("/forgot");
  await fill(page, { email: "ada@example.org" });
  await submit(page);
  await main(page).getByText("It works once").waitFor();
  await page.goto(await mailedLink("ada@example.org", "/reset"));
  await fill(page, { password: "a wholly new password" });
  await submit(page);
  await page.waitForURL("**/sign-in?done=reset");
  await fill(page, { email: "ada@example.org", password: PASSWORD });
  await submit(page);
  await main(page).getByText("do not belong together").waitFor();
  await fill(page, { password: "a wholly new password" });
  await submit(page);
  await main(page).getByText("You are Ada Lovelace.").waitFor();
  await visitor.close();
});

describe.each(["/sign-in", "/sign-up", "/forgot", "/reset?token=x", "/verify?token=x", "/nowhere"])("%s", (path) => {
  it("hydrates: the next page comes without reloading the document", async () => {
    const visitor = await visit(browser, home.origin);
    const { page } = visitor;
    await page.goto(path);
    await page.waitForFunction(() => "__remixRouter" in window);
    await page.evaluate(() => Reflect.set(window, "notReloaded", true));
    await page.locator('footer a[href="/glossary"]').click();
    await page.waitForURL("**/glossary");
    await page.goBack();
    await page.waitForURL(`**${path}`);
    expect(await page.evaluate(() => Reflect.get(window, "notReloaded"))).toBe(true);
    expect(visitor.cspViolations).toEqual([]);
    expect(visitor.consoleErrors.filter((error) => !error.includes("404"))).toEqual([]);
    await visitor.close();
  });

  it.each(["light", "dark"] as const)("is accessible in %s", async (scheme) => {
    const visitor = await visit(browser, home.origin, { scheme });
    await visitor.page.goto(path);
    expect(await axe(visitor.page)).toEqual([]);
    await visitor.close();
  });
});

it("keeps what was typed, says what is wrong beside the field and moves the focus there", async () => {
  const visitor = await visit(browser, home.origin);
  const { page } = visitor;
  await page.goto("/sign-up");
  await page.waitForFunction(() => "__remixRouter" in window);
  await fill(page, { name: "Cleo", email: "cleo@example.org", password: "short" });
  await submit(page);
  await main(page).getByText("Use at least 10 characters.").waitFor();
  expect(await page.locator('input[name="name"]').inputValue()).toBe("Cleo");
  await page.locator('input[name="password"]:focus').waitFor();
  expect(await page.locator('input[name="password"]').getAttribute("aria-invalid")).toBe("true");
  await visitor.close();
});

it("speaks the language the reader chooses, and remembers it", async () => {
  const visitor = await visit(browser, home.origin, { locale: "en" });
  const { page } = visitor;
  await page.goto("/sign-in");
  await page.locator('footer button[value="fr"]').click();
  await page.waitForFunction(() => document.documentElement.lang === "fr");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.goto("/forgot");
  expect(await main(page).innerText()).toContain("Où envoyer le lien");
  await visitor.close();
});
