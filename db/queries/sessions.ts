import type { Actor, StaffRole } from "~/domain/accounts/roles";
import type { AffiliateId, BrandId, Instant, PersonId } from "~/domain/kernel/branded";
import { instant, toIso } from "~/domain/kernel/instant";
import type { SessionView } from "~/ports/accounts";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/**
 * Whoever holds this session, with every hat they wear, in one statement; `null` when the session ended.
 * A row per brand: a person without one still gets a row.
 */
export async function findActor(q: Queryable, session: { readonly token: string; readonly now: Instant }): Promise<Actor | null> {
  const rows = await q
    .selectFrom("sessions")
    .innerJoin("people", "people.id", "sessions.person_id")
    .leftJoin("operators", "operators.person_id", "people.id")
    .leftJoin("affiliates", "affiliates.person_id", "people.id")
    .leftJoin("brand_staff", "brand_staff.person_id", "people.id")
    .leftJoin("brands", "brands.id", "brand_staff.brand_id")
    .select([
      "sessions.id as session_id",
      "people.id as person_id",
      "people.name as person_name",
      "people.email",
      "operators.person_id as operator_id",
      "affiliates.id as affiliate_id",
      "brand_staff.role",
      "brands.id as brand_id",
      "brands.slug",
      "brands.name as brand_name",
    ])
    .where("sessions.token", "=", session.token)
    .where("sessions.expires_at", ">", toIso(session.now))
    .orderBy("brands.name")
    .orderBy("brands.slug")
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  return {
    personId: first.person_id as PersonId,
    sessionId: first.session_id,
    name: first.person_name,
    email: first.email,
    isOperator: first.operator_id !== null,
    affiliateId: first.affiliate_id as AffiliateId | null,
    brands: rows.flatMap((row) =>
      row.brand_id === null || row.slug === null || row.brand_name === null
        ? []
        : [{ brandId: row.brand_id as BrandId, slug: row.slug, name: row.brand_name, role: row.role as StaffRole }],
    ),
  };
}

/** A person's sessions that still run, the newest first. */
export async function listSessions(
  q: Queryable,
  of: { readonly personId: PersonId; readonly currentId: string; readonly now: Instant },
): Promise<readonly SessionView[]> {
  const rows = await q
    .selectFrom("sessions")
    .select(["id", "created_at", "user_agent", "ip_address"])
    .where("person_id", "=", of.personId)
    .where("expires_at", ">", toIso(of.now))
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startedAt: instant(Date.parse(row.created_at)),
    userAgent: row.user_agent ?? "",
    address: row.ip_address ?? "",
    current: row.id === of.currentId,
  }));
}

/** Ends one session of its owner; false when they have none of that id. */
export async function deleteSession(tx: Tx, session: { readonly id: string; readonly personId: PersonId }): Promise<boolean> {
  const result = await tx.deleteFrom("sessions").where("id", "=", session.id).where("person_id", "=", session.personId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends every session of a person but one; returns how many. */
export async function deleteOtherSessions(tx: Tx, keep: { readonly id: string; readonly personId: PersonId }): Promise<number> {
  const result = await tx.deleteFrom("sessions").where("person_id", "=", keep.personId).where("id", "!=", keep.id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Ends the session with this token, whoever holds it. */
export async function deleteSessionByToken(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom("sessions").where("token", "=", token).execute();
}
