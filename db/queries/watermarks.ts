import { sql } from "kysely";
import type { BrandId, Instant } from "~/domain/kernel/branded";
import { completeTo, type Watermark } from "~/domain/reporting/watermark";
import type { Queryable } from "../open";

/** How complete a brand's projections are at this moment. */
export async function readWatermark(q: Queryable, input: { readonly brandId: BrandId; readonly now: Instant }): Promise<Watermark> {
  const version = await q.selectFrom("projection_versions").select("version").where("brand_id", "=", input.brandId).executeTakeFirst();
  const outstanding = await q
    .selectFrom("outbox")
    .select((eb) => [eb.fn.min("recorded_at").as("oldest"), eb.fn.countAll<number>().as("all"), deadCount.as("dead")])
    .where("brand_id", "=", input.brandId)
    .where("consumer", "=", "projections.fold")
    .executeTakeFirstOrThrow();
  const dead = Number(outstanding.dead ?? 0);
  return {
    completeTo: completeTo({ oldestOutstanding: (outstanding.oldest ?? null) as Instant | null, now: input.now }),
    waiting: Number(outstanding.all) - dead,
    dead,
    version: version?.version ?? 0,
  };
}

const deadCount = sql<number | null>`sum(case when state = 'dead' then 1 else 0 end)`;
