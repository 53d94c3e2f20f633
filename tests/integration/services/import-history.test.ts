import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { BrandId } from "~/domain/kernel/branded";
import type { Deps } from "~/services/deps";
import { importHistory } from "~/services/import-history";
import { onEachDatabase, type World } from "~tests/support/databases";
import { addGiftShop, EXCERPT, HEADER, historyRow, importFile, importText, stream } from "~tests/support/histories";

const line = (invoice: string, rest = "85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom") => `${invoice},${rest}`;
const file = (...lines: readonly string[]) => [HEADER, ...lines, ""].join("\n");

type Payload = {
  readonly invoice: string;
  readonly opensOrder?: boolean;
  readonly lines: readonly { readonly ordinal: number; readonly amountMinor: number }[];
};

async function toldBy({ db }: World): Promise<readonly (Payload & { readonly type: string; readonly at: string })[]> {
  const rows = await db.query.selectFrom("events").selectAll().where("type", "like", "history.%").orderBy("id").execute();
  return rows.map((row) => ({ ...(JSON.parse(row.payload) as Payload), type: row.type, at: new Date(row.occurred_at).toISOString() }));
}

async function snapshot({ db }: World): Promise<unknown> {
  const of = (table: "events" | "history_rows" | "products" | "outbox") => db.query.selectFrom(table).selectAll().execute();
  const rows = [await of("events"), await of("history_rows"), await of("products"), await of("outbox")];
  return rows.map((table) => table.map((row) => JSON.stringify(row)).sort());
}

onEachDatabase((open) => {
  it("takes real purchases in, and nothing of them a second time", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps);
    const raw = parse(readFileSync(EXCERPT, "utf8"), { columns: true }) as readonly Record<
      "InvoiceNo" | "Quantity" | "UnitPrice",
      string
    >[];
    const cancellations = raw.filter((row) => row.InvoiceNo.startsWith("C"));
    const negative = raw.filter((row) => !row.InvoiceNo.startsWith("C") && Number(row.Quantity) < 0);
    const free = raw.filter((row) => !row.InvoiceNo.startsWith("C") && Number(row.Quantity) > 0 && Number(row.UnitPrice) === 0);
    const sales = raw.length - cancellations.length - negative.length - free.length;
    expect(await importFile(world.deps, brandId, EXCERPT)).toEqual({
      rows: raw.length,
      sales,
      cancellations: cancellations.length,
      skipped: { negative_quantity: negative.length, zero_price: free.length, malformed: 0 },
      alreadyImported: 0,
    });
    const before = await snapshot(world);
    expect(await importFile(world.deps, brandId, EXCERPT)).toMatchObject({
      rows: raw.length,
      sales: 0,
      cancellations: 0,
      alreadyImported: raw.length,
    });
    expect(await snapshot(world)).toEqual(before);
    const lines = (await toldBy(world)).flatMap(({ lines: told }) => told);
    expect(lines).toHaveLength(sales + cancellations.length);
  });

  it("tells one event per invoice, in the brand's own time", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps, { timezone: "Asia/Kolkata" });
    const [early, free] = ["B,,1,2010-12-01 08:25:00,0.125,,", "B,,1,2010-12-01 08:24:00,0,,"];
    await importText(world.deps, brandId, file(line("1"), line("2"), line("1", early), line("1", free), line("C3")));
    expect(await toldBy(world)).toMatchObject([
      { type: "history.sale", invoice: "2", at: "2010-12-01T02:56:00.000Z" },
      {
        type: "history.sale",
        invoice: "1",
        at: "2010-12-01T02:54:00.000Z",
        opensOrder: true,
        lines: [{ amountMinor: 1530 }, { amountMinor: 13 }],
      },
      { type: "history.refund", invoice: "C3", lines: [{ amountMinor: 1530 }] },
    ]);
  });

  it("makes products of stock codes as written, not for sale", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps);
    const priced = "1,2010-12-01 08:26:00,2,,";
    await importText(
      world.deps,
      brandId,
      file(
        line("1", `85123A,,${priced}`),
        line("1", `85123a,small,${priced}`),
        line("2", `85123A,LARGE,${priced}`),
        line("3", `M,,-1,2010-12-01 08:26:00,2,,`),
      ),
    );
    await importText(world.deps, brandId, file(line("4", `85123A,OTHER,${priced}`)));
    const products = await world.db.query.selectFrom("products").select(["title", "handle", "status"]).orderBy("handle").execute();
    expect(products).toEqual([
      { title: "LARGE", handle: "code-85123_a", status: "not_for_sale" },
      { title: "small", handle: "code-85123a", status: "not_for_sale" },
    ]);
  });

  it("keeps identical rows as separate sales, also within one invoice", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps);
    expect(await importText(world.deps, brandId, file(line("1"), line("1"), line("1")))).toMatchObject({ sales: 3 });
    expect((await toldBy(world))[0]?.lines.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
  });

  describe("a file met before in part", () => {
    it("adds only its new rows, to the day first told and without a second order", async () => {
      const world = await open();
      const brandId = await addGiftShop(world.deps);
      await importText(world.deps, brandId, file(line("1")));
      const whole = file(line("1"), line("1", "B,,1,2010-12-05 10:00:00,1,,"), line("2"));
      expect(await importText(world.deps, brandId, whole)).toMatchObject({ rows: 3, sales: 2, alreadyImported: 1 });
      expect(await toldBy(world)).toMatchObject([
        { invoice: "1", opensOrder: true },
        { invoice: "1", opensOrder: false, at: "2010-12-01T08:26:00.000Z", lines: [{ ordinal: 2 }] },
        { invoice: "2", opensOrder: true },
      ]);
    });

    it("reports rows of other content and overwrites nothing", async () => {
      const world = await open();
      const brandId = await addGiftShop(world.deps);
      await importText(world.deps, brandId, file(line("1")));
      const before = await snapshot(world);
      const told = await importText(world.deps, brandId, file(line("1").replace(",6,", ",7,")));
      expect(told).toEqual({
        rows: 1,
        sales: 0,
        cancellations: 0,
        skipped: { negative_quantity: 0, zero_price: 0, malformed: 0, conflict: 1 },
        alreadyImported: 0,
      });
      expect(await snapshot(world)).toEqual(before);
    });
  });

  it("counts what it cannot read instead of failing, once", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps);
    const odd = file(
      "",
      "1,2",
      line(""),
      line(""),
      line("1", "A,x\0y,1,yesterday,2,,"),
      line("\0"),
      line("2", "B,n\0ul,1,2010-12-01 08:26:00,2,c\0d,"),
    );
    expect(await importText(world.deps, brandId, odd)).toMatchObject({ rows: 6, sales: 1, skipped: { malformed: 5 } });
    expect(await importText(world.deps, brandId, odd)).toMatchObject({ rows: 6, sales: 0, alreadyImported: 6 });
  });

  it("keeps brands apart", async () => {
    const world = await open();
    const [first, second] = [await addGiftShop(world.deps), await addGiftShop(world.deps, { slug: "another" })];
    await importText(world.deps, first, file(line("1")));
    expect(await importText(world.deps, second, file(line("1")))).toMatchObject({ sales: 1, alreadyImported: 0 });
    const products = await world.db.query.selectFrom("products").select("brand_id").orderBy("brand_id").execute();
    expect(products.map((product) => product.brand_id).sort()).toEqual([first, second].sort());
  });

  it("needs a brand", async () => {
    const { deps } = await open();
    await expect(importText(deps, "brd_nobody" as BrandId, file(line("1")))).rejects.toThrow("No brand");
  });

  it("doubles nothing when one file is taken in twice at the same moment", async () => {
    const world = await open();
    const brandId = await addGiftShop(world.deps);
    const other: Deps = {
      ...world.deps,
      db: world.connect(),
      ids: { ...world.deps.ids, next: (prefix) => `${prefix}_other${world.deps.ids.next("x")}` },
    };
    const [one, two] = await Promise.all([importFile(world.deps, brandId, EXCERPT), importFile(other, brandId, EXCERPT)]);
    expect(one.alreadyImported + two.alreadyImported).toBe(one.rows);
    const rows = await world.db.query.selectFrom("history_rows").select("ordinal").execute();
    expect(rows).toHaveLength(one.rows);
    const invoices = (await toldBy(world)).filter(({ opensOrder }) => opensOrder !== false).map(({ invoice }) => invoice);
    expect(new Set(invoices).size).toBe(invoices.length);
  });

  it("is taken up again where it was cut off, as if nothing had happened", async () => {
    const whole = await open();
    const reference = await addGiftShop(whole.deps);
    await importFile(whole.deps, reference, EXCERPT);
    const expected = (await toldBy(whole))
      .map(({ invoice, at, lines }) => JSON.stringify({ invoice, at, lines: lines.map(({ amountMinor }) => amountMinor) }))
      .sort();

    const world = await open();
    const brandId = await addGiftShop(world.deps);
    for (const point of ["import.before_commit", "import.after_commit", "import.before_commit"] as const) {
      const faults = {
        reach: (reached: string) => {
          if (reached === point) throw new Error("killed");
        },
      };
      await expect(importFile({ ...world.deps, faults }, brandId, EXCERPT)).rejects.toThrow("killed");
    }
    await importFile(world.deps, brandId, EXCERPT);
    const told = (await toldBy(world))
      .map(({ invoice, at, lines }) => JSON.stringify({ invoice, at, lines: lines.map(({ amountMinor }) => amountMinor) }))
      .sort();
    expect(told).toEqual(expected);
  });

  it("holds back no more than a bounded number of rows, whatever the file's length", async () => {
    const { deps } = await open();
    const brandId = await addGiftShop(deps);
    let read = 0;
    let lag = 0;
    async function* long() {
      for (; read < 12_000; read++) yield historyRow({ invoice: String(read % 3_000), unitPrice: "0", code: String(read) });
    }
    await importHistory(deps, {
      brandId,
      source: "online-retail",
      rows: long(),
      onProgress: ({ rows }) => {
        lag = Math.max(lag, read - rows);
      },
    });
    expect(lag).toBeLessThanOrEqual(2_001);
  });

  it("tells its progress", async () => {
    const { deps } = await open();
    const brandId = await addGiftShop(deps);
    const told: number[] = [];
    const rows = Array.from({ length: 450 }, (_, index) => historyRow({ invoice: String(index) }));
    await importHistory(deps, { brandId, source: "online-retail", rows: stream(rows), onProgress: (summary) => told.push(summary.rows) });
    expect(told).toEqual([100, 200, 300, 400, 450]);
  });
});
