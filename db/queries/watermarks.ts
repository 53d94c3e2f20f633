import { sql } from "kysely";
import type { Consumer } from "~/domain/events/consumers";
import type { BrandId, Instant } from "~/domain/kernel/branded";
import { completeTo, type Watermark } from "~/domain/reporting/watermark";
import type { Queryable } from "../open";

/** Whoever still has to take an event in before the figures it adds to are complete: a credit is first decided, then folded. */
const FIRST_TO_ACT: readonly Consumer[] = ["projections.fold", "commission.decide"];

/** How complete a brand's projections are at this moment. */
export function readWatermark(q: Queryable, input: { readonly brandId: BrandId; readonly now: Instant }): Promise<Watermark> {
  return readWatermarkOf(q, { brandIds: [input.brandId], now: input.now });
}

/**
 * How complete the projections of several brands are together: to the oldest event any of them still waits for.
 * Touches belong to no brand until they are folded, so theirs count for all. The version is the sum of theirs.
 */
export async function readWatermarkOf(
  q: Queryable,
  input: { readonly brandIds: readonly BrandId[]; readonly now: Instant },
): Promise<Watermark> {
  const brandIds = [...input.brandIds, ""];
  const versions = await q
    .selectFrom("projection_versions")
    .select((eb) => eb.fn.sum<number | null>("version").as("version"))
    .where("brand_id", "in", brandIds)
    .where("brand_id", "!=", "")
    .executeTakeFirstOrThrow();
  const outstanding = await q
    .selectFrom("outbox")
    .select((eb) => [eb.fn.min("recorded_at").as("oldest"), eb.fn.count<number>("event_id").distinct().as("all"), deadCount.as("dead")])
    .where((eb) => eb.or([eb("brand_id", "in", brandIds), eb("brand_id", "is", null)]))
    .where("consumer", "in", FIRST_TO_ACT)
    .executeTakeFirstOrThrow();
  const dead = Number(outstanding.dead ?? 0);
  return {
    completeTo: completeTo({ oldestOutstanding: (outstanding.oldest ?? null) as Instant | null, now: input.now }),
    waiting: Number(outstanding.all) - dead,
    dead,
    version: Number(versions.version ?? 0),
  };
}

const deadCount = sql<number>`count(distinct case when state = 'dead' then event_id end)`;
