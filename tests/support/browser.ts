import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium";

const ARGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** isbot takes "HeadlessChrome" for a robot. */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

/** The two widths every page must stand: the narrowest phone and a desktop. */
export const PHONE = { width: 360, height: 740 } as const;
export const DESKTOP = { width: 1280, height: 800 } as const;

/** What is asked of assistive technology: WCAG 2.2 AA and everything before it. */
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export type Look = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scheme?: "light" | "dark";
  /** Sent as Accept-Language. */
  readonly locale?: "en" | "fr";
  readonly javaScriptEnabled?: boolean;
  readonly timezoneId?: string;
};

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Violations of the content security policy so far, on every page of the visit. */
  readonly cspViolations: readonly string[];
  /** Errors of the console, uncaught exceptions and failed responses of our own assets so far. */
  readonly consoleErrors: readonly string[];
  readonly close: () => Promise<void>;
};

/** Starts the machine's Chromium with an empty profile. Errors: there is none. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("Chromium is not installed (Debian: apt-get install chromium), and CHROMIUM names none.");
  return chromium.launch({ executablePath, args: ARGS, headless: true });
}

/** A visitor with an empty profile of their own. */
export async function visit(browser: Browser, origin: string, look: Look = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    userAgent: USER_AGENT,
    viewport: look.viewport ?? DESKTOP,
    colorScheme: look.scheme ?? "light",
    locale: look.locale ?? "en",
    javaScriptEnabled: look.javaScriptEnabled ?? true,
    ...(look.timezoneId === undefined ? {} : { timezoneId: look.timezoneId }),
  });
  const cspViolations: string[] = [];
  const consoleErrors: string[] = [];
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const text = message.text();
    (text.includes("Content Security Policy") ? cspViolations : consoleErrors).push(`${page.url()}: ${text}`);
  });
  page.on("pageerror", (error) => consoleErrors.push(`${page.url()}: ${error.message}`));
  return { page, context, cspViolations, consoleErrors, close: () => context.close() };
}

/** What axe finds wrong on the page as it stands, one line each with the elements concerned; empty when it is clean. */
export async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.target.join(" ")).join("\n  ")}`);
}

/** How many pixels the page is wider than the window; 0 when nothing scrolls sideways. */
export function overflowPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
