import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "~jobs/cli/run-command";
import { parseWorkerEnv } from "~jobs/env";
import { type CommandLine, commandLine } from "~tests/support/command-line";

let line: CommandLine;

beforeAll(async () => {
  line = await commandLine();
  await line.ask("create-brand", "Brume", "--currency", "EUR", "--timezone", "Europe/Paris", "--country", "FR", "--slug", "la-brume");
});
afterAll(() => line.remove());

it.each([
  ["", "create-brand"],
  ["fly", "Commands: create-brand, create-user, import-catalog, import-orders, report, audit, rebuild"],
  ["report --brand nobody --from 2010-12-01 --to 2010-12-02", "Brands: la-brume"],
  ["report --brand la-brume --from 2010-12-01 --to 2010-12-02 --metrics profit", "Metrics: orders, units, gross_sales"],
  ["report --brand la-brume --from 2010-12-01 --to 2010-12-02 --tz Mars/Olympus", "no IANA time zone"],
  ["report --brand la-brume --from 2010-12-01 --to 2010-12-02 --by second", "hour, day, week, month"],
  ["report --brand la-brume --from yesterday --to 2010-12-02", "YYYY-MM-DD"],
  ["report --brand la-brume --from 2010-12-03 --to 2010-12-02", "Swap them"],
  ["report --brand la-brume --from 2010-12-01 --to 2015-12-02", "At most 400 days"],
  ["report --brand la-brume --from 2010-12-01", "--to is missing"],
  ["report --brand la-brume --sideways", "--sideways"],
  ["import-orders --brand la-brume --format online-retail", "FILE"],
  ["import-orders missing.csv --brand la-brume --format online-retail", "does not exist"],
  ["import-orders tests --brand la-brume --format online-retail", "is a folder"],
  ["import-orders package.json --brand la-brume --format excel", "Accepted: online-retail"],
  ["import-catalog missing.csv --brand la-brume", "does not exist"],
  ["create-brand Brume --currency EUR --timezone Europe/Paris --country FR --slug la-brume", "Choose another one"],
  ["create-brand Brume --currency XYZ --timezone Europe/Paris --country FR", "ISO 4217"],
  ["create-user --email a@example.org --password long-enough-1 --role king", "Roles: shopper, affiliate, operator, owner"],
  ["create-user --email a@example.org --password long-enough-1 --role owner", "--brand"],
  ["create-user --email a --password long-enough-1 --role shopper", "no e-mail address"],
])("%s: fails and says %s", async (text, sentence) => {
  const told = { out: "", err: "" };
  const status = await runCommand(
    text.split(" ").filter((word) => word !== ""),
    {
      env: () => parseWorkerEnv({ NODE_ENV: "production", DATA_DIR: line.dataDir, LOG_LEVEL: "silent" }),
      folder: process.cwd(),
      print: (answer) => {
        told.out += answer;
      },
      say: (sentenceOfIt) => {
        told.err += sentenceOfIt;
      },
    },
  );
  expect([status, told.out]).toEqual([1, ""]);
  expect(told.err).toContain(sentence);
});

it("ends a refused call with a failure and nothing on standard output", async () => {
  const { code, stdout, stderr } = await line.call("fly");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("Commands: create-brand");
});

it("puts the refusal alone on standard output when a document was asked for", async () => {
  const { code: status, stdout: out } = await line.call(
    "report",
    "--brand",
    "nobody",
    "--from",
    "2010-12-01",
    "--to",
    "2010-12-02",
    "--json",
  );
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual({ error: expect.stringContaining("Brands: la-brume") });
});

it("puts what is wrong with the environment alone on standard output, too", async () => {
  const elsewhere = await commandLine({ DATABASE_URL: "mysql://localhost/x" });
  const { code, stdout, stderr } = await elsewhere.call("audit", "--json");
  expect([code, JSON.parse(stdout)]).toEqual([1, { error: stderr.trimEnd() }]);
  expect(stderr).toContain("DATABASE_URL");
  elsewhere.remove();
});

it("keeps the place in the program where something unforeseen failed out of the document", async () => {
  const elsewhere = await commandLine({ DATA_DIR: join(process.cwd(), "package.json") });
  const { code, stdout, stderr } = await elsewhere.call("audit", "--json");
  expect(code).toBe(1);
  const told = JSON.parse(stdout) as { readonly error: string };
  expect(told.error).toMatch(/^Unexpected: .+/);
  expect(told.error).not.toMatch(/\n| {4}at /);
  expect(stderr).toContain(told.error);
  expect(stderr).toMatch(/\n {4}at /);
  elsewhere.remove();
});

it("explains itself", async () => {
  const help = await line.call("help");
  expect([help.code, help.stderr]).toEqual([0, ""]);
  for (const name of ["create-brand", "create-user", "import-catalog", "import-orders", "report", "audit", "rebuild"])
    expect(help.stdout).toContain(name);
  expect((await line.call("report", "--help")).stdout).toContain("--metrics");
});

it("creates people with their roles", async () => {
  const create = (email: string, role: string, ...rest: readonly string[]) =>
    line.ask("create-user", "--email", email, "--password", "long-enough-1", "--role", role, ...rest);
  expect(await create("ines@example.org", "owner", "--brand", "la-brume", "--name", "Inès")).toMatchObject({
    role: "owner",
    brand: "la-brume",
  });
  expect(await create("sam@example.org", "operator")).toMatchObject({ role: "operator", brand: null });
  expect(await create("lina@example.org", "affiliate")).toMatchObject({ role: "affiliate" });
  expect(await create("camille@example.org", "shopper")).toMatchObject({ role: "shopper" });
  const raw = new Sqlite(join(line.dataDir, "vitrine.db"), { readonly: true });
  const roles = raw.prepare("select p.email, s.role from brand_staff s join people p on p.id = s.person_id").all();
  expect(roles).toEqual([{ email: "ines@example.org", role: "owner" }]);
  expect(raw.prepare("select p.email from operators o join people p on p.id = o.person_id").pluck().all()).toEqual(["sam@example.org"]);
  expect(raw.prepare("select p.email from affiliates a join people p on p.id = a.person_id").pluck().all()).toEqual(["lina@example.org"]);
  raw.close();
});

it("gives the role to someone who exists already, however often it is asked", async () => {
  const ask = (role: string, ...rest: readonly string[]) => line.ask("create-user", "--email", "noor@example.org", "--role", role, ...rest);
  const password = ["--password", "long-enough-1"];
  const made = (await ask("shopper", "--name", "Noor Haddad", ...password)) as { readonly person_id: string };
  expect(made).toMatchObject({ created: true, email: "noor@example.org", role: "shopper", brand: null });
  const known = { person_id: made.person_id, email: "noor@example.org", created: false };
  const owner = ["--brand", "la-brume"];
  for (let time = 0; time < 2; time++) {
    expect(await ask("operator", ...password)).toEqual({ ...known, role: "operator", brand: null });
    expect(await ask("affiliate")).toEqual({ ...known, role: "affiliate", brand: null });
    expect(await ask("manager", ...owner)).toEqual({ ...known, role: "manager", brand: "la-brume" });
  }
  const raw = new Sqlite(join(line.dataDir, "vitrine.db"), { readonly: true });
  const count = (query: string) => raw.prepare(query).pluck().get(made.person_id);
  expect(count("select count(*) from operators where person_id = ?")).toBe(1);
  expect(count("select handle from affiliates where person_id = ?")).toBe("noor-haddad");
  expect(count("select role from brand_staff where person_id = ?")).toBe("manager");
  expect(count("select count(*) from events where type = 'staff.added' and subject_id = ?")).toBe(1);
  raw.close();
});

it("says that an existing person keeps password and role, and asks newcomers for a password", async () => {
  const call = (email: string, role: string, ...rest: readonly string[]) =>
    line.call("create-user", "--email", email, "--role", role, ...rest);
  await call("ada@example.org", "analyst", "--brand", "la-brume", "--password", "long-enough-1");
  const raw = new Sqlite(join(line.dataDir, "vitrine.db"));
  const hash = () =>
    raw.prepare("select c.password from credentials c join people p on p.id = c.person_id where p.email = 'ada@example.org'").pluck().get();
  const before = hash();
  const again = await call("ada@example.org", "analyst", "--brand", "la-brume", "--password", "another-password-2");
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("keeps their password")]);
  expect(hash()).toBe(before);
  const other = await call("ada@example.org", "owner", "--brand", "la-brume");
  expect([other.code, other.stderr]).toEqual([1, expect.stringContaining("analyst")]);
  expect((await call("new@example.org", "shopper")).stderr).toContain("--password is missing");
  raw.prepare("update people set email_verified = 0 where email = 'ada@example.org'").run();
  const unconfirmed = await call("ada@example.org", "operator");
  expect([unconfirmed.code, unconfirmed.stderr]).toEqual([1, expect.stringContaining("not confirmed")]);
  expect(
    raw.prepare("select count(*) from operators o join people p on p.id = o.person_id where p.email = 'ada@example.org'").pluck().get(),
  ).toBe(0);
  raw.close();
});

it("audits and rebuilds an installation", async () => {
  expect(await line.ask("audit")).toMatchObject({ green: true });
  expect(await line.ask("rebuild", "--brand", "la-brume")).toEqual({ brands: 1, rows: 0, corrected: 0 });
});
