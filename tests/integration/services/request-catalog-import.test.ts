import { expect, it } from "vitest";
import type { PersonId } from "~/domain/kernel/branded";
import { requestCatalogImport } from "~/services/request-catalog-import";
import { onEachDatabase } from "~tests/support/databases";
import { addBrand } from "~tests/support/samples";

const BODY = "Handle,Title,Variant Price\ntee,Tee,10\n";

onEachDatabase((open) => {
  it("stores the file and asks for its import in one transaction", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const requested = await requestCatalogImport(world.deps, {
      brandId,
      requestedBy: "per_1" as PersonId,
      fileName: "tees.csv",
      body: BODY,
      idempotencyKey: "k",
    });
    if (!requested.ok) throw new Error(requested.error.kind);
    const { importId } = requested.value;
    expect(
      await world.db.query.selectFrom("catalog_imports").select(["id", "brand_id", "requested_by", "state", "body"]).execute(),
    ).toEqual([{ id: importId, brand_id: brandId, requested_by: "per_1", state: "queued", body: BODY }]);
    expect(await world.db.query.selectFrom("outbox").select("consumer").execute()).toEqual([{ consumer: "catalog.import" }]);
  });

  it("answers one key with one import, however often and at once", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const input = { brandId, requestedBy: null, fileName: "a.csv", body: BODY, idempotencyKey: "k" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => requestCatalogImport(world.deps, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.db.query.selectFrom("catalog_imports").select("id").execute()).toHaveLength(1);
    expect(await requestCatalogImport(world.deps, { ...input, body: `${BODY}mug,Mug,8\n` })).toEqual({
      ok: false,
      error: { kind: "same_key_other_file" },
    });
    const other = await addBrand(world, "other");
    expect(await requestCatalogImport(world.deps, { ...input, brandId: other })).toMatchObject({ ok: true });
  });

  it("refuses what is empty, too large or of no known format, and stores nothing", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const ask = (body: string) =>
      requestCatalogImport(world.deps, { brandId, requestedBy: null, fileName: "a.csv", body, idempotencyKey: "k" });
    expect(await ask(" \n")).toEqual({ ok: false, error: { kind: "file_empty" } });
    expect(await ask(`${BODY}${"é".repeat(10_000_000)}`)).toEqual({ ok: false, error: { kind: "file_too_large", maxBytes: 20_000_000 } });
    expect(await ask("sku,name\n1,a")).toEqual({ ok: false, error: { kind: "unknown_format", found: ["sku", "name"] } });
    expect(await world.db.query.selectFrom("catalog_imports").select("id").execute()).toEqual([]);
  });

  it("takes keys of any length and content", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const key = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(index)).join("");
    const input = { brandId, requestedBy: null, fileName: "a.csv", body: BODY, idempotencyKey: key };
    expect(await requestCatalogImport(world.deps, input)).toEqual(await requestCatalogImport(world.deps, input));
  });

  it("stores a file with characters a database cannot keep", async () => {
    const world = await open();
    const brandId = await addBrand(world);
    const input = { brandId, requestedBy: null, fileName: "a\0.csv", body: `${BODY}a\0b,T,1\n`, idempotencyKey: "k" };
    expect(await requestCatalogImport(world.deps, input)).toMatchObject({ ok: true });
  });
});
