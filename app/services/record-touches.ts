import type { InteractionBatchId, TouchId } from "~/domain/kernel/branded";
import type { ContactAim, RecordedContact } from "~/domain/tracking/contact";
import { type BatchFacts, type JudgedBatch, judgeBatch, type TrackingBatch } from "~/domain/tracking/judge-batch";
import { recordEvents } from "~db/queries/events";
import { findThings, insertInteractions } from "~db/queries/interactions";
import { findOpenedLinks, findOpenedStorefronts, findOpenedTags, listStandings } from "~db/queries/opened";
import { listOpeners, listRecentById, listRecentOfVisitors } from "~db/queries/openers";
import { insertTouches } from "~db/queries/touches";
import { type Tx, transact } from "~db/transaction";
import type { TrackingDeps } from "./deps";

/**
 * Records a batch in one transaction: touches with their targets and reasons, interactions, and the event that
 * tells projections. Returns what became of each contact, in order; it is on disk by then.
 */
export async function recordTouches(deps: TrackingDeps, batch: TrackingBatch): Promise<readonly RecordedContact[]> {
  const judged = await transact(deps.db, async (tx) => {
    const result = judgeBatch(batch, await lookUp(deps, tx, batch), {
      nextTouchId: () => deps.ids.next("tch") as TouchId,
      ...deps.touchTokens,
    });
    await write(deps, tx, result);
    return result;
  });
  deps.faults.reach("ingest.after_commit");
  return judged.answers;
}

/** One statement per kind of thing, however many the batch names; none for kinds it does not name. */
async function lookUp(deps: TrackingDeps, tx: Tx, { contacts, reports }: TrackingBatch): Promise<BatchFacts> {
  const named = (kind: ContactAim["kind"]): readonly string[] => contacts.flatMap(({ aim }) => (aim.kind === kind ? [nameOf(aim)] : []));
  const links = await findOpenedLinks(tx, named("link"));
  const tags = await findOpenedTags(tx, named("tag"));
  const storefronts = await findOpenedStorefronts(tx, named("storefront"));
  const opened = [...links.values(), ...tags.values()].flatMap((one) => one.opened ?? []).concat(...storefronts.values());
  const standings = await listStandings(
    tx,
    opened.map((one) => one.affiliateId),
  );
  const people = await listOpeners(
    tx,
    [...contacts, ...reports].flatMap((one) => one.visitorId ?? []),
  );
  const now = deps.clock.now();
  const carried = contacts.flatMap((contact) => (contact.carried === null ? [] : deps.touchTokens.read(contact.carried)));
  const recent = new Map([...(await listRecentOfVisitors(tx, [...people.keys()], now)), ...(await listRecentById(tx, carried, now))]);
  const rows = reports.flatMap((report) => report.rows);
  const things = await findThings(tx, {
    productIds: rows.flatMap((row) => row.productId ?? []),
    postIds: rows.flatMap((row) => row.postId ?? []),
  });
  return { links, tags, storefronts, standings, people, recent, things };
}

function nameOf(aim: ContactAim): string {
  if (aim.kind === "link") return aim.slug;
  return aim.kind === "tag" ? aim.tagId : aim.handle;
}

async function write(deps: TrackingDeps, tx: Tx, { touches, interactions }: JudgedBatch): Promise<void> {
  const rows = touches.length + interactions.length;
  if (rows === 0) return;
  const batchId = deps.ids.next("bat") as InteractionBatchId;
  await insertTouches(tx, batchId, touches);
  await insertInteractions(tx, { batchId, ids: deps.ids }, interactions);
  await recordEvents(tx, deps, [
    { type: "interactions.recorded", brandId: null, subjectId: batchId, occurredAt: deps.clock.now(), payload: { batchId, rows } },
  ]);
  deps.faults.reach("ingest.before_commit");
}
