import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axe, DESKTOP, overflowPixels, PHONE, startBrowser, visit } from "~tests/support/browser";
import { authoriseWith, newId } from "~tests/support/card-payments";
import { startProvider, type TestProvider, typeCard } from "~tests/support/payments-provider";

/** What must happen may take so long on a busy machine. */
const SOON = { timeout: 20_000 };

let browser: Browser;
let shop: Server;
let shopPort: number;
let provider: TestProvider;

/** A shop's page: frames the address it is given and keeps what the frame says. */
const PAGE = `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1><iframe title="Card" width="340" height="420"></iframe></main>
<script>
  window.heard = [];
  addEventListener("message", ({ data, origin }) => heard.push({ ...data, origin }));
  const frame = document.querySelector("iframe");
  frame.src = new URLSearchParams(location.search).get("frame");
  window.say = (type) => frame.contentWindow.postMessage({ type }, "*");
</script></html>`;

/** The same without scripts. */
const STILL = (frame: string): string => PAGE.replace(/<script>[\s\S]*<\/script>/, "").replace("<iframe", `<iframe src="${frame}"`);

beforeAll(async () => {
  shop = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://shop");
    response.setHeader("content-type", "text/html");
    const frame = url.searchParams.get("frame") ?? "";
    response.end(url.pathname === "/still" ? STILL(frame) : url.pathname === "/checkout/back" ? "<title>Back</title>" : PAGE);
  });
  await new Promise<void>((resolve) => shop.listen(0, resolve));
  shopPort = (shop.address() as AddressInfo).port;
  [browser, provider] = await Promise.all([startBrowser(), startProvider({ appOrigin: `http://localhost:${shopPort}` })]);
});

afterAll(async () => {
  await browser?.close();
  await provider?.stop();
  shop?.close();
});

async function newFrame(): Promise<string> {
  return (await provider.payments.openCardEntry({ entryKey: newId("key"), customer: null })).frameUrl;
}

type Heard = { readonly type: string; readonly brand?: string; readonly last4?: string; readonly origin: string };

const heardBy = (page: Page): Promise<readonly Heard[]> => page.evaluate("heard");
const say = (page: Page, word: string): Promise<void> => page.evaluate(`say(${JSON.stringify(word)})`);

async function untilHeard(page: Page, type: string): Promise<Heard> {
  await expect.poll(async () => (await heardBy(page)).map((each) => each.type), SOON).toContain(type);
  const found = (await heardBy(page)).find((each) => each.type === type);
  if (found === undefined) throw new Error(`Nothing was said of ${type}.`);
  return found;
}

async function type(frame: FrameLocator, typed: { readonly number: string; readonly expiry: string; readonly cvc: string }): Promise<void> {
  await frame.getByLabel("Card number").pressSequentially(typed.number);
  await frame.getByLabel("Expiry").pressSequentially(typed.expiry);
  await frame.getByLabel("Security code").pressSequentially(typed.cvc);
}

describe("the card frame", () => {
  it("is driven by the page around it, and tells that page alone how it went", async () => {
    const { page, close, cspViolations, consoleErrors } = await visit(browser, `http://localhost:${shopPort}`, { viewport: PHONE });
    await page.goto(`/?frame=${encodeURIComponent(await newFrame())}`);
    const frame = page.frameLocator("iframe");
    expect((await untilHeard(page, "loaded")).origin).toBe(provider.url);
    await untilHeard(page, "height");
    await say(page, "embed");
    await frame.getByRole("button").waitFor({ state: "hidden" });
    await type(frame, { number: "4242424242424241", expiry: "1240", cvc: "12" });
    expect(await frame.getByLabel("Card number").inputValue()).toBe("4242 4242 4242 4241");
    expect(await frame.getByLabel("Expiry").inputValue()).toBe("12/40");
    await say(page, "submit");
    await untilHeard(page, "error");
    expect(await frame.getByText("This number is not right").isVisible()).toBe(true);
    expect(await frame.getByText("Enter the 3 digits").isVisible()).toBe(true);
    expect(await frame.getByLabel("Card number").getAttribute("aria-invalid")).toBe("true");
    await frame.getByLabel("Card number").fill("4242 4242 4242 4242");
    await frame.getByLabel("Security code").fill("123");
    await say(page, "submit");
    expect(await untilHeard(page, "ready")).toMatchObject({ brand: "visa", last4: "4242", origin: provider.url });
    expect(await frame.getByText("Visa •••• 4242").isVisible()).toBe(true);
    await say(page, "submit");
    await expect.poll(async () => (await heardBy(page)).filter((each) => each.type === "ready").length, SOON).toBe(2);
    expect(cspViolations).toEqual([]);
    expect(consoleErrors.filter((error) => !error.includes("422"))).toEqual([]);
    await close();
  });

  it("works by keyboard and by its own button, and can be changed", async () => {
    const { page, close } = await visit(browser, `http://localhost:${shopPort}`);
    await page.goto(`/?frame=${encodeURIComponent(await newFrame())}`);
    const frame = page.frameLocator("iframe");
    await frame.getByLabel("Card number").focus();
    await page.keyboard.type("5555555555554444");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0829");
    await page.keyboard.press("Tab");
    await page.keyboard.type("123");
    await page.keyboard.press("Enter");
    expect(await untilHeard(page, "ready")).toMatchObject({ brand: "mastercard", last4: "4444" });
    await frame.getByRole("link", { name: "Change" }).click();
    await frame.getByRole("button", { name: "Use this card" }).waitFor();
    await close();
  });

  it("works without scripts", async () => {
    const { page, close, cspViolations } = await visit(browser, `http://localhost:${shopPort}`, { javaScriptEnabled: false, locale: "fr" });
    await page.goto(`/still?frame=${encodeURIComponent(await newFrame())}`);
    const frame = page.frameLocator("iframe");
    await frame.getByLabel("Numéro de carte").fill("4242 4242 4242 4242");
    await frame.getByLabel("Expiration").fill("12/40");
    await frame.getByLabel("Cryptogramme").fill("12");
    await frame.getByRole("button", { name: "Utiliser cette carte" }).click();
    await frame.getByText("Saisissez les 3 chiffres").waitFor();
    expect(await frame.getByLabel("Expiration").inputValue()).toBe("12/40");
    await frame.getByLabel("Numéro de carte").fill("4242 4242 4242 4242");
    await frame.getByLabel("Cryptogramme").fill("123");
    await frame.getByRole("button", { name: "Utiliser cette carte" }).click();
    await frame.getByText("Visa •••• 4242").waitFor();
    await frame.getByRole("link", { name: "Changer" }).click();
    await frame.getByRole("button", { name: "Utiliser cette carte" }).waitFor();
    expect(cspViolations).toEqual([]);
    await close();
  });

  it("shows nothing to another page and says nothing to it", async () => {
    const { page, close, cspViolations } = await visit(browser, `http://127.0.0.1:${shopPort}`);
    await page.goto(`/?frame=${encodeURIComponent(await newFrame())}`);
    await expect.poll(() => cspViolations.length, SOON).toBeGreaterThan(0);
    expect(await heardBy(page)).toEqual([]);
    await close();
  });
});

describe("how the pages look", () => {
  const LOOKS = [PHONE, DESKTOP].flatMap((viewport) =>
    (["light", "dark"] as const).flatMap((scheme) => (["en", "fr"] as const).map((locale) => ({ viewport, scheme, locale }))),
  );

  it.each(LOOKS)("$viewport.width px, $scheme, $locale: readable by all, nothing sticks out", async (look) => {
    const chosen = await newFrame();
    await typeCard(chosen);
    const { challengeUrl } = await authoriseWith(provider, "4000000000003220");
    const { page, close, cspViolations } = await visit(browser, provider.url, look);
    for (const url of [await newFrame(), chosen, challengeUrl ?? ""]) {
      await page.goto(url);
      expect(await axe(page), url).toEqual([]);
      expect(await overflowPixels(page), url).toBe(0);
    }
    await page.goto(await newFrame());
    await page.getByRole("button").click();
    await page.locator("#number-error:not([hidden])").waitFor();
    expect(await axe(page)).toEqual([]);
    expect(cspViolations).toEqual([]);
    await close();
  });
});

it("leads from the challenge back to the shop", async () => {
  const { challengeUrl } = await authoriseWith(provider, "4000002760003184");
  const { page, close, cspViolations } = await visit(browser, `http://localhost:${shopPort}`, { viewport: PHONE });
  await page.goto(challengeUrl ?? "");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("**/checkout/back");
  expect(cspViolations).toEqual([]);
  await close();
});
