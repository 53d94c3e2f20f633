import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewEvent } from "~/domain/events/event";
import type { BrandId, Instant, LocalDay, Zone } from "~/domain/kernel/branded";
import { DAY_MS } from "~/domain/kernel/instant";
import { claimEvents } from "~/services/claim-events";
import { foldEvents } from "~/services/fold-events";
import { readReport } from "~/services/read-report";
import { redisQueue } from "~jobs/queue/bullmq";
import { openWorld, type World } from "~tests/support/databases";
import { openRedisDatabase } from "~tests/support/redis-databases";
import { addBrand, record, saleOf } from "~tests/support/samples";
import { until } from "~tests/support/until";
import { compare, printRatio } from "./measure";

/** Events in each round; `BENCH_ROWS=1000000 npm run bench` for more. */
const EVENTS = Number(process.env["BENCH_ROWS"] ?? 20_000);
const DAYS = 90;
const START = Date.UTC(2026, 7, 1);

function salesOver(brandId: BrandId, count: number, tag: string): NewEvent[] {
  return Array.from({ length: count }, (_, at) =>
    saleOf(brandId, `${tag}${at}`, {
      at: (START + Math.floor((at * DAYS * DAY_MS) / count)) as Instant,
      lines: [
        { product: `p${at % 300}`, quantity: 1, amount: 4_290 },
        { product: `p${(at * 7) % 300}`, quantity: 2, amount: 1_999 },
      ],
    }),
  );
}

/** In transactions of a thousand: one that takes longer than a second is rolled back. */
async function recordAll(world: World, events: readonly NewEvent[]): Promise<void> {
  for (let at = 0; at < events.length; at += 1_000) await record(world, events.slice(at, at + 1_000));
}

async function foldAll(world: World, batchSize: number): Promise<number> {
  let folded = 0;
  for (;;) {
    const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize, batchesAhead: 8 });
    if (claimed === null) return folded;
    folded += (await foldEvents(world.deps, { batchId: claimed.batchId })).folded;
  }
}

describe(`projections, ${EVENTS} events of two lines, SQLite`, () => {
  let world: World;
  let brandId: BrandId;
  let round = 0;
  beforeAll(async () => {
    world = await openWorld("sqlite");
    brandId = await addBrand(world);
    await sql`create table raw_lines (brand_id text, product_id text, at bigint, quantity bigint, amount bigint)`.execute(world.db.query);
    await sql`create index raw_cover on raw_lines (brand_id, at, quantity, amount)`.execute(world.db.query);
  });
  afterAll(() => world.close());

  /** The events are written before the clock starts: only claim, read, dedupe, mark and upsert are measured. */
  async function foldRound(): Promise<number> {
    return foldAll(world, 500);
  }

  async function writeRaw(): Promise<number> {
    const events = salesOver(brandId, EVENTS, `raw${round++}-`);
    for (let at = 0; at < events.length; at += 500) {
      const lines = events
        .slice(at, at + 500)
        .flatMap((event) =>
          event.type === "history.sale"
            ? event.payload.lines.map(
                (line) => sql`(${brandId}, ${line.productId}, ${event.occurredAt}, ${line.quantity}, ${line.amountMinor})`,
              )
            : [],
        );
      await sql`insert into raw_lines values ${sql.join(lines)}`.execute(world.db.query);
    }
    return EVENTS;
  }

  it("events into all rollups, exactly once, against a raw multi-row insert of the same lines", async () => {
    const ratios: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      await recordAll(world, salesOver(brandId, EVENTS, `t${turn}-`));
      const startOurs = performance.now();
      expect(await foldRound()).toBe(EVENTS);
      const ours = EVENTS / (performance.now() - startOurs);
      const startRaw = performance.now();
      await writeRaw();
      const raw = EVENTS / (performance.now() - startRaw);
      if (turn > 0) ratios.push(ours / raw);
    }
    ratios.sort((left, right) => left - right);
    printRatio("fold ÷ raw insert", { median: ratios[2] ?? 0, lowest: ratios[0] ?? 0, highest: ratios[4] ?? 0, rounds: 5 });
    expect(ratios).toHaveLength(5);
  });

  it("one series of 90 days against GROUP BY on the raw lines with a covering index", async () => {
    const from = "2026-08-01" as LocalDay;
    const to = "2026-10-29" as LocalDay;
    const report = async (): Promise<number> => {
      const read = await readReport(world.deps, { brandId, metrics: ["gross_sales"], by: "day", from, to, zone: "UTC" as Zone });
      if (!read.ok) throw new Error(read.error.kind);
      expect(read.value.rows).toHaveLength(DAYS);
      return 1;
    };
    const groupBy = async (): Promise<number> => {
      const { rows } = await sql`select (at - ${sql.lit(START)}) / ${sql.lit(DAY_MS)} as day, sum(amount) from raw_lines
        where brand_id = ${brandId} and at >= ${START} and at < ${START + DAYS * DAY_MS} group by 1`.execute(world.db.query);
      expect(rows).toHaveLength(DAYS);
      return 1;
    };
    const { rows } = await sql<{ lines: number }>`select count(*) as lines from raw_lines`.execute(world.db.query);
    printRatio(`90-day series ÷ GROUP BY over ${rows[0]?.lines} lines`, await compare(report, groupBy, 7));
  });
});

describe(`batches of 500 through BullMQ, ${Math.min(EVENTS, 2_000)} events, PostgreSQL`, () => {
  it("against one job per event through BullMQ", async () => {
    const count = Math.min(EVENTS, 2_000);
    const world = await openWorld("postgres");
    const brandId = await addBrand(world);
    const queue = redisQueue({ url: await openRedisDatabase(), prefix: "vitrine", log: world.deps.log });
    let folded = 0;
    await queue.start({
      work: async (job) => {
        folded += (await foldEvents(world.deps, { batchId: String(job.payload["batchId"]) as never })).folded;
      },
      gaveUp: async () => undefined,
      handBack: async () => undefined,
    });
    const through = (batchSize: number) => async (): Promise<number> => {
      folded = 0;
      await recordAll(world, salesOver(brandId, count, `q${batchSize}-${world.deps.ids.next("x")}-`));
      for (;;) {
        const claimed = await claimEvents(world.deps, { consumer: "projections.fold", batchSize, batchesAhead: Number.MAX_SAFE_INTEGER });
        if (claimed === null) break;
        await queue.add({ name: "projections.fold", id: claimed.batchId, payload: { batchId: claimed.batchId } });
      }
      await until(() => folded >= count, { timeoutMs: 120_000 });
      return count;
    };
    printRatio("batches of 500 ÷ one job per event", await compare(through(500), through(1), 5));
    await queue.close(5_000);
    await world.close();
  });
});
