import { sql } from "kysely";
import { expect, it } from "vitest";
import { migrate } from "~db/migrate";
import { MIGRATIONS } from "~db/migrations/index";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open, dialect) => {
  it("finds nothing to do on a current database, also when several processes start at once", async () => {
    const world = await open();
    const results = await Promise.all([world.db, world.connect(), world.connect()].map((handle) => migrate(handle)));
    expect(results).toEqual([[], [], []]);
  });

  it("brings an empty database up once when several processes start at once", async () => {
    const world = await open();
    await dropEverything(world.db, dialect);
    const results = await Promise.all([world.db, world.connect(), world.connect()].map((handle) => migrate(handle)));
    expect(results.flat().sort()).toEqual(Object.keys(MIGRATIONS));
    expect(await world.db.query.selectFrom("events").selectAll().execute()).toEqual([]);
  });

  it("leaves nothing of a migration that fails", async () => {
    const world = await open();
    await dropEverything(world.db, dialect);
    await sql`create table brands (id text primary key)`.execute(world.db.query);
    await expect(migrate(world.db)).rejects.toThrow(/brands/);
    const tables = await world.db.query.introspection.getTables();
    expect(tables.map((table) => table.name)).not.toContain("people");
  });
});

async function dropEverything(db: Parameters<typeof migrate>[0], dialect: string): Promise<void> {
  if (dialect === "postgres") {
    await sql`drop schema public cascade`.execute(db.query);
    await sql`create schema public`.execute(db.query);
    return;
  }
  await sql`pragma foreign_keys = off`.execute(db.query);
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(
    db.query,
  );
  for (const { name } of rows) await sql`drop table ${sql.table(name)}`.execute(db.query);
  await sql`pragma foreign_keys = on`.execute(db.query);
}
