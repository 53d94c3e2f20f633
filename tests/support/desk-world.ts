import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { type Home, makeHome, type RunningProcess, runCli, startProcess } from "./app";
import { type Look, type Visit, visit } from "./browser";
import { EXCERPT, HEADER } from "./histories";

const PASSWORD = "correct horse battery 9";

/** A running product with a brand of past purchases, one with sales up to today, an empty one, and people for them. */
export type DeskWorld = {
  readonly home: Home;
  /** A visitor who is signed in as the owner of a brand, as the operator, or not at all. */
  readonly visitAs: (browser: Browser, who: Who, look?: Look) => Promise<Visit>;
  /** Takes in one sale of today for the brand `lueur`, in whole euros, as the command line does. */
  readonly sellToday: (invoice: string, euros: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Whose eyes: the owner of the brand of that name, the operator Sam, or anyone. */
export type Who = (typeof BRANDS)[number] | "sam" | "anyone";

/** `brume` has the purchases of December 2010, `lueur` some of the last weeks, `vide` none. */
const BRANDS = ["brume", "lueur", "vide"] as const;

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** Days before today on which `lueur` sold something, with the amount in whole euros. */
const RECENT: readonly (readonly [daysAgo: number, euros: number])[] = [
  [1, 300],
  [2, 120],
  [8, 150],
  [15, 250],
  [33, 80],
];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hours by which `lueur` is ahead of UTC: it is about noon there, so that no test runs into a midnight. */
const AHEAD = 12 - new Date().getUTCHours();

/** Its zone. In these names the sign is the other way round (POSIX). */
const LUEUR_ZONE = AHEAD === 0 ? "UTC" : `Etc/GMT${AHEAD > 0 ? "-" : "+"}${Math.abs(AHEAD)}`;

/** The calendar day some days ago in the zone of `lueur`. */
function daysAgo(days: number): string {
  return new Date(Date.now() + AHEAD * HOUR_MS - days * DAY_MS).toISOString().slice(0, 10);
}

/** Starts it: web and worker, no demo. */
export async function openDeskWorld(): Promise<DeskWorld> {
  const home = await makeHome();
  const cli = commandLine(home);
  await cli("create-brand", "Brume", "--currency", "GBP", "--timezone", "Europe/London", "--country", "GB");
  await cli("create-brand", "Lueur", "--currency", "EUR", "--timezone", LUEUR_ZONE, "--country", "FR");
  await cli("create-brand", "Vide", "--currency", "JPY", "--timezone", "Asia/Tokyo", "--country", "JP");
  for (const brand of BRANDS) {
    await cli("create-user", "--email", `${brand}@example.org`, "--password", PASSWORD, "--role", "owner", "--brand", brand);
  }
  await cli("create-user", "--email", "sam@example.org", "--password", PASSWORD, "--role", "operator");
  await cli("import-orders", EXCERPT, "--brand", "brume", "--format", "online-retail");
  await importSales(
    home,
    "recent.csv",
    RECENT.map(([days, euros], index) => saleRow(`60000${index}`, daysAgo(days), euros)),
  );
  const processes = await Promise.all([startProcess("web", home), startProcess("worker", home)]);
  return {
    home,
    visitAs: signer(home),
    sellToday: (invoice, euros) => importSales(home, `${invoice}.csv`, [saleRow(invoice, daysAgo(0), euros)]),
    stop: () => stopAll(home, processes),
  };
}

type Cli = (...args: readonly string[]) => Promise<void>;

function commandLine(home: Home): Cli {
  return async (...args) => {
    const { code, stderr } = await runCli(home, args);
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${stderr}`);
  };
}

function saleRow(invoice: string, day: string, euros: number): string {
  return `${invoice},LAMP,LAMP MORILLE,1,${day} 00:00:00,${euros}.00,1.0,France`;
}

async function importSales(home: Home, name: string, rows: readonly string[]): Promise<void> {
  const file = join(home.dataDir, name);
  writeFileSync(file, [HEADER, ...rows, ""].join("\n"));
  await commandLine(home)("import-orders", file, "--brand", "lueur", "--format", "online-retail");
}

/** Signs each person in once; later visits bring the same cookies. */
function signer(home: Home): DeskWorld["visitAs"] {
  const known = new Map<Who, Cookies>();
  return async (browser, who, look = {}) => {
    const opened = await visit(browser, home.origin, look);
    if (who === "anyone") return opened;
    const cookies = known.get(who);
    if (cookies !== undefined) await opened.context.addCookies(cookies);
    else known.set(who, await signIn(opened, who));
    return opened;
  };
}

async function signIn({ page, context }: Visit, who: Who): Promise<Cookies> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(`${who}@example.org`);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return context.cookies();
}

async function stopAll(home: Home, processes: readonly RunningProcess[]): Promise<void> {
  await Promise.all(processes.map((one) => one.stop()));
  home.remove();
}
