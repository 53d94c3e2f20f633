import type { Instant, PersonId, TouchId, VisitorId } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** Every visitor that ever signed in as this person, on whichever device; withdrawn ones included. */
export async function listVisitorsOf(q: Queryable, personId: PersonId): Promise<readonly VisitorId[]> {
  const rows = await q
    .selectFrom("visitor_people")
    .select("visitor_id")
    .where("person_id", "=", personId)
    .orderBy("joined_at")
    .orderBy("visitor_id")
    .execute();
  return rows.map((row) => row.visitor_id as VisitorId);
}

/** A visitor as far as it decides who they are joined to; `null` for ids that were never given out. */
export async function findVisitor(
  q: Queryable,
  visitorId: VisitorId,
): Promise<{ readonly withdrawnAt: Instant | null; readonly people: readonly PersonId[] } | null> {
  const rows = await q
    .selectFrom("visitors")
    .leftJoin("visitor_people", "visitor_people.visitor_id", "visitors.id")
    .select(["visitors.withdrawn_at", "visitor_people.person_id"])
    .where("visitors.id", "=", visitorId)
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  return {
    withdrawnAt: first.withdrawn_at as Instant | null,
    people: rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id as PersonId])),
  };
}

/** Adds a visitor who has just agreed, with the touches of their visit so far. */
export async function insertVisitor(
  tx: Tx,
  visitor: { readonly visitorId: VisitorId; readonly touchIds: readonly TouchId[]; readonly now: Instant },
): Promise<void> {
  await tx.insertInto("visitors").values({ id: visitor.visitorId, created_at: visitor.now, withdrawn_at: null }).execute();
  if (visitor.touchIds.length === 0) return;
  const touches = [...new Set(visitor.touchIds)].map((touchId) => ({ visitor_id: visitor.visitorId, touch_id: touchId }));
  await tx.insertInto("visitor_touches").values(touches).execute();
}

/** Joins a visitor to whoever signed in; again is the same. */
export async function joinPerson(
  tx: Tx,
  join: { readonly visitorId: VisitorId; readonly personId: PersonId; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("visitor_people")
    .values({ visitor_id: join.visitorId, person_id: join.personId, joined_at: join.now })
    .onConflict((conflict) => conflict.columns(["visitor_id", "person_id"]).doNothing())
    .execute();
}

/** From now on nothing of this visitor's counts for checkouts that open later; a second time changes nothing. */
export async function withdrawVisitor(tx: Tx, visitor: { readonly visitorId: VisitorId; readonly now: Instant }): Promise<void> {
  await tx
    .updateTable("visitors")
    .set({ withdrawn_at: visitor.now })
    .where("id", "=", visitor.visitorId)
    .where("withdrawn_at", "is", null)
    .execute();
}
