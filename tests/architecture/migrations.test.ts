import { expect, it } from "vitest";
import { MIGRATIONS } from "~db/migrations/index";
import type { Db } from "~db/open";
import { onEachDatabase } from "~tests/support/databases";
import { checksumsLanded, checksumsNow, thawed } from "./rules/frozen-migrations";
import { type Tables, tablesInCode } from "./rules/schema-types";

/** Kysely's own bookkeeping. */
const MIGRATOR_TABLE = /^kysely_migration/;

/** The portable column types; anything else means different things on the two databases. */
const KINDS: Readonly<Record<string, "text" | "number">> = {
  text: "text",
  bigint: "number",
  integer: "number",
  int8: "number",
  int4: "number",
};

async function tablesInDatabase(db: Db): Promise<Tables> {
  const tables = (await db.query.introspection.getTables()).filter((table) => !table.isView && !MIGRATOR_TABLE.test(table.name));
  const columnsOf = (table: (typeof tables)[number]): Tables[string] =>
    Object.fromEntries(
      table.columns.map(({ name, dataType, isNullable }) => {
        const kind = KINDS[dataType.toLowerCase()];
        if (kind === undefined) throw new Error(`${table.name}.${name}: ${dataType} is not portable`);
        return [name, { kind, nullable: isNullable }];
      }),
    );
  return Object.fromEntries(tables.map((table) => [table.name, columnsOf(table)]));
}

it("has not changed a landed migration", () => {
  expect(thawed(checksumsLanded(), checksumsNow())).toEqual([]);
});

it("runs every migration there is, in order", () => {
  expect(Object.keys(MIGRATIONS)).toEqual(Object.keys(checksumsNow()));
});

it("notices a changed, a lost and a new migration", () => {
  const faults = thawed({ "0001-a": "x", "0002-b": "x", "0003-c": "x" }, { "0001-a": "x", "0002-b": "y", "0004-d": "x" });
  expect(faults.map((fault) => fault.slice(0, 6))).toEqual(["0003-c", "0002-b", "0004-d"]);
});

onEachDatabase((open) => {
  it("has exactly the tables and columns the code believes in", async () => {
    const { db } = await open();
    const inCode = tablesInCode();
    expect(Object.keys(inCode).length).toBeGreaterThan(20);
    expect(await tablesInDatabase(db)).toEqual(inCode);
  });

  it("notices a column nobody declared", async () => {
    const { db } = await open();
    await db.query.schema.alterTable("brands").addColumn("stray", "text").execute();
    expect((await tablesInDatabase(db))["brands"]).not.toEqual(tablesInCode()["brands"]);
  });
});
