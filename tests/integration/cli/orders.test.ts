import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { parse } from "csv-parse/sync";
import { afterEach, expect, it } from "vitest";
import { type CommandLine, commandLine } from "~tests/support/command-line";
import { EXCERPT, HEADER, wholeDays } from "~tests/support/histories";
import { scratchFolder } from "~tests/support/processes";

const opened: CommandLine[] = [];
afterEach(() => {
  for (const line of opened.splice(0)) line.remove();
});

async function giftShop(): Promise<CommandLine> {
  const line = await commandLine();
  opened.push(line);
  const { code: status, stdout: out } = await line.call(
    "create-brand",
    "Gift Shop",
    "--currency",
    "GBP",
    "--timezone",
    "Europe/London",
    "--country",
    "GB",
  );
  expect([status, out.trimEnd().split("\n").at(-1)]).toEqual([0, "gift-shop"]);
  return line;
}

type Figures = { gross_sales: number; refunds: number; orders: number; units: number };
type Report = { currency: string; complete_to: string; rows: ({ day: string } & Figures)[]; totals: Figures };
/** A dozen processes one after the other, over up to 22,523 rows, on a machine that does other things too. */
const MANY_CALLS_MS = 240_000;
const METRICS = "gross_sales,refunds,orders,units";
/** A day more on both sides: in the far zones some sales lie there. */
const DAYS = ["--from", "2010-11-30", "--to", "2010-12-10"];

const report = (line: CommandLine, zone: string): Promise<Report> =>
  line.ask("report", "--brand", "gift-shop", "--metrics", METRICS, "--by", "day", ...DAYS, "--tz", zone) as Promise<Report>;

/** The files' rows in a database of their own, where plain SQL sums them up. Prices have two decimals and times are London's. */
function independentSums(files: readonly string[]) {
  const raw = new Sqlite(":memory:");
  raw.exec("create table r (invoice text, quantity integer, at text, pence integer, n integer); create index by_invoice on r (invoice)");
  const insert = raw.prepare("insert into r values (?, ?, ?, ?, ?)");
  for (const file of files) {
    for (const row of parse(readFileSync(file, "utf8"), { columns: true }) as Record<string, string>[]) {
      insert.run(row.InvoiceNo, Number(row.Quantity), row.InvoiceDate, Math.round(Number(row.UnitPrice) * 100), 1);
    }
  }
  const days = (shiftMinutes: number): ({ day: string } & Figures)[] =>
    raw
      .prepare(
        `with dated as (select *, substr(datetime((select min(at) from r o where o.invoice = r.invoice), '${shiftMinutes} minutes'), 1, 10) as day from r),
           counted as (select *, invoice not like 'C%' and quantity > 0 and pence > 0 as sale, invoice like 'C%' as back from dated)
         select day, sum(case when sale then quantity * pence else 0 end) as gross_sales,
           sum(case when back then abs(quantity * pence) else 0 end) as refunds,
           count(distinct case when sale then invoice end) as orders, sum(case when sale then quantity else 0 end) as units
         from counted where sale or back group by day order by day`,
      )
      .all() as ({ day: string } & Figures)[];
  const count = (where: string): number => raw.prepare(`select coalesce(sum(n), 0) from r where ${where}`).pluck().get() as number;
  return { days, count };
}

async function agreesToThePenny(files: readonly string[]): Promise<void> {
  const line = await giftShop();
  const { days, count } = independentSums(files);
  const rows = count("1");
  const first = await line.ask("import-orders", ...files, "--brand", "gift-shop", "--format", "online-retail");
  expect(first).toEqual({
    rows,
    sales: count("invoice not like 'C%' and quantity > 0 and pence > 0"),
    cancellations: count("invoice like 'C%'"),
    skipped: {
      negative_quantity: count("invoice not like 'C%' and quantity < 0"),
      zero_price: count("invoice not like 'C%' and quantity >= 0 and pence = 0"),
      malformed: 0,
    },
    already_imported: 0,
  });
  const zones = { "Europe/London": 0, "Asia/Kolkata": 330, "Asia/Kathmandu": 345, "America/St_Johns": -210, "Pacific/Apia": -600 };
  for (const [zone, shiftMinutes] of Object.entries(zones)) {
    const told = await report(line, zone);
    expect(told.currency).toBe("GBP");
    expect(new Date(told.complete_to).toISOString()).toBe(told.complete_to);
    expect(told.rows, zone).toEqual(days(shiftMinutes));
    for (const metric of METRICS.split(",") as (keyof Figures)[])
      expect(told.totals[metric]).toBe(told.rows.reduce((sum, row) => sum + row[metric], 0));
  }
  const before = await report(line, "Europe/London");
  const again = await line.ask("import-orders", ...files, "--brand", "gift-shop", "--format", "online-retail");
  expect(again).toEqual({
    rows,
    sales: 0,
    cancellations: 0,
    skipped: { negative_quantity: 0, zero_price: 0, malformed: 0 },
    already_imported: rows,
  });
  expect({ ...(await report(line, "Europe/London")), complete_to: "" }).toEqual({ ...before, complete_to: "" });
  expect(await line.ask("rebuild")).toMatchObject({ brands: 1, corrected: 0 });
  expect(await line.ask("audit")).toMatchObject({ green: true });
}

const SOURCES = [
  { name: "an excerpt", files: [EXCERPT] },
  { name: "eight whole days", files: wholeDays() },
].filter(({ files }) => files.length > 0);

it.each(SOURCES)(
  "agrees with plain SQL over $name of real purchases, per day to the penny, in any zone",
  ({ files }) => agreesToThePenny(files),
  MANY_CALLS_MS,
);

it("goes on where it was killed", async () => {
  const line = await giftShop();
  const words = ["import-orders", EXCERPT, "--brand", "gift-shop", "--format", "online-retail"];
  for (const point of ["import.before_commit", "import.after_commit"]) {
    const killed = await commandLine({ DATA_DIR: line.dataDir, CRASH_POINT: point, VITRINE_TEST: "1" });
    opened.push(killed);
    expect((await killed.call(...words)).code).toBeNull();
  }
  expect(await line.ask(...words)).toMatchObject({ rows: 342 });
  expect((await report(line, "Europe/London")).rows).toEqual(independentSums([EXCERPT]).days(0));
  expect(await line.ask("audit")).toMatchObject({ green: true });
});

it("keeps progress off standard output and reads files from where the person stands", async () => {
  const line = await commandLine({ INIT_CWD: join(process.cwd(), "tests/support/fixtures") });
  opened.push(line);
  await line.ask("create-brand", "Gift Shop", "--currency", "GBP", "--timezone", "Europe/London", "--country", "GB");
  const told = await line.call("import-orders", "online-retail-excerpt.csv", "--brand", "gift-shop", "--format", "online-retail", "--json");
  expect(told.code).toBe(0);
  expect(told.stdout.trimEnd().split("\n")).toHaveLength(1);
  expect(told.stderr).toContain("online-retail-excerpt.csv: 342 rows");
});

it("prints tables for people", async () => {
  const line = await giftShop();
  await line.call("import-orders", EXCERPT, "--brand", "gift-shop", "--format", "online-retail");
  const { stdout: out } = await line.call("report", "--brand", "gift-shop", ...DAYS);
  const [header, , ...rows] = out.split("\n");
  expect(header?.split(/\s+/)).toEqual(["day", "orders", "units", "gross_sales", "refunds", "net_sales"]);
  const expected = independentSums([EXCERPT]).days(0)[0];
  expect(rows[0]?.split(/\s+/).slice(0, 4)).toEqual([
    "2010-12-01",
    String(expected?.orders),
    String(expected?.units),
    ((expected?.gross_sales ?? 0) / 100).toFixed(2),
  ]);
});

it("says which columns a file lacks and keeps what came before", async () => {
  const line = await giftShop();
  const {
    code: status,
    stdout: out,
    stderr: err,
  } = await line.call(
    "import-orders",
    "tests/support/fixtures/shopify-products.csv",
    "--brand",
    "gift-shop",
    "--format",
    "online-retail",
    "--json",
  );
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual({ error: err.trimEnd() });
  for (const column of HEADER.split(",")) expect(err).toContain(column);
});

it("is loud about an invoice that two files share, and takes it in once they are joined", async () => {
  const line = await giftShop();
  const { folder, remove } = scratchFolder("vitrine-orders-");
  const write = (name: string, rows: readonly string[]): string => {
    writeFileSync(join(folder, name), [HEADER, ...rows, ""].join("\n"));
    return join(folder, name);
  };
  const [first, second] = ["A,a,1,2010-12-01 08:26,1,,", "B,b,2,2010-12-01 08:26,1,,"].map((rest) => `536365,${rest}`) as [string, string];
  const take = (path: string) => line.call("import-orders", path, "--brand", "gift-shop", "--format", "online-retail", "--json");
  expect((await take(write("one.csv", [first]))).code).toBe(0);
  const cut = await take(write("two.csv", [second]));
  expect(cut.code).toBe(1);
  expect(JSON.parse(cut.stdout)).toMatchObject({ rows: 1, sales: 0, skipped: { conflict: 1 } });
  expect(cut.stderr).toContain("1 row was not taken in");
  expect(cut.stderr).toContain("An invoice must be whole within one file");
  const joined = await take(write("joined.csv", [first, second]));
  expect([joined.code, JSON.parse(joined.stdout)]).toMatchObject([0, { rows: 2, sales: 1, already_imported: 1 }]);
  remove();
});

it("refuses a file that is not UTF-8 and takes nothing of it in", async () => {
  const line = await giftShop();
  const { folder, remove } = scratchFolder("vitrine-orders-");
  const path = join(folder, "latin-1.csv");
  writeFileSync(path, Buffer.from(`${HEADER}\n1,A,mug,1,2010-12-01 08:26,1,,\n2,B,caf\u00e9,1,2010-12-01 08:26,1,,\n`, "latin1"));
  const told = await line.call("import-orders", path, "--brand", "gift-shop", "--format", "online-retail", "--json");
  expect([told.code, JSON.parse(told.stdout)]).toEqual([1, { error: expect.stringContaining("Save it as CSV UTF-8") }]);
  const raw = new Sqlite(join(line.dataDir, "vitrine.db"), { readonly: true });
  expect(raw.prepare("select count(*) from history_rows").pluck().get()).toBe(0);
  raw.close();
  remove();
});
