import type { Desk } from "~/domain/accounts/desk";
import type { StaffRole } from "~/domain/accounts/roles";
import type { BrandId, Instant, PersonId, Zone } from "~/domain/kernel/branded";
import type { Currency } from "~/domain/kernel/currency";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** A member of a brand's team. */
export type StaffMember = { readonly personId: PersonId; readonly name: string; readonly email: string; readonly role: StaffRole };

/** The brand's desk as this person sees it; `null` when there is no such brand or they are not of its team. */
export async function findDesk(q: Queryable, of: { readonly personId: PersonId; readonly slug: string }): Promise<Desk | null> {
  const row = await q
    .selectFrom("brand_staff")
    .innerJoin("brands", "brands.id", "brand_staff.brand_id")
    .select([
      "brands.id",
      "brands.slug",
      "brands.name",
      "brands.currency",
      "brands.timezone",
      "brands.country",
      "brands.status",
      "brand_staff.role",
    ])
    .where("brands.slug", "=", of.slug)
    .where("brand_staff.person_id", "=", of.personId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    brandId: row.id as BrandId,
    slug: row.slug,
    name: row.name,
    currency: row.currency as Currency,
    timezone: row.timezone as Zone,
    country: row.country,
    status: row.status as Desk["status"],
    role: row.role as StaffRole,
  };
}

/** The team: owners first, then by name. */
export async function listStaff(q: Queryable, brandId: BrandId): Promise<readonly StaffMember[]> {
  const rows = await q
    .selectFrom("brand_staff")
    .innerJoin("people", "people.id", "brand_staff.person_id")
    .select(["people.id", "people.name", "people.email", "brand_staff.role"])
    .where("brand_staff.brand_id", "=", brandId)
    .orderBy("people.name")
    .orderBy("people.id")
    .execute();
  const members = rows.map((row) => ({ personId: row.id as PersonId, name: row.name, email: row.email, role: row.role as StaffRole }));
  return [...members.filter((member) => member.role === "owner"), ...members.filter((member) => member.role !== "owner")];
}

/** What this person is in the brand's team; `null` when nothing. */
export async function findStaffRole(
  q: Queryable,
  of: { readonly brandId: BrandId; readonly personId: PersonId },
): Promise<StaffRole | null> {
  const row = await q
    .selectFrom("brand_staff")
    .select("role")
    .where("brand_id", "=", of.brandId)
    .where("person_id", "=", of.personId)
    .executeTakeFirst();
  return row === undefined ? null : (row.role as StaffRole);
}

/** How many owners the brand has. */
export async function countOwners(q: Queryable, brandId: BrandId): Promise<number> {
  const row = await q
    .selectFrom("brand_staff")
    .select((select) => select.fn.countAll<number>().as("owners"))
    .where("brand_id", "=", brandId)
    .where("role", "=", "owner")
    .executeTakeFirstOrThrow();
  return row.owners;
}

/** Adds a member. Errors: the database refuses a person who is of the team already (`isDuplicate`). */
export async function insertStaff(
  tx: Tx,
  member: { readonly brandId: BrandId; readonly personId: PersonId; readonly role: StaffRole; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("brand_staff")
    .values({ brand_id: member.brandId, person_id: member.personId, role: member.role, created_at: member.now })
    .execute();
}

/** Changes a role that is still `from`; false when it is not. */
export async function updateStaffRole(
  tx: Tx,
  member: { readonly brandId: BrandId; readonly personId: PersonId; readonly from: StaffRole; readonly to: StaffRole },
): Promise<boolean> {
  const result = await tx
    .updateTable("brand_staff")
    .set({ role: member.to })
    .where("brand_id", "=", member.brandId)
    .where("person_id", "=", member.personId)
    .where("role", "=", member.from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Removes a member whose role is still `role`; false when they are not there. */
export async function deleteStaff(
  tx: Tx,
  member: { readonly brandId: BrandId; readonly personId: PersonId; readonly role: StaffRole },
): Promise<boolean> {
  const result = await tx
    .deleteFrom("brand_staff")
    .where("brand_id", "=", member.brandId)
    .where("person_id", "=", member.personId)
    .where("role", "=", member.role)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
