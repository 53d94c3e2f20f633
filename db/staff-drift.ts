import type { DomainEvent } from "~/domain/events/event";
import { readStoredEvent } from "./event-payloads";
import type { Queryable } from "./open";

/** Memberships of teams that differ from a recount of their events, in words. Errors: CorruptEventError. */
export async function findStaffDrift(q: Queryable): Promise<readonly string[]> {
  const told = await rolesByEvents(q);
  const rows = await q.selectFrom("brand_staff").select(["brand_id", "person_id", "role"]).execute();
  const stored = new Map(rows.map((row) => [`${row.brand_id} ${row.person_id}`, row.role]));
  return [...new Set([...stored.keys(), ...told.keys()])].sort().flatMap((member) => {
    const [role, toldRole] = [stored.get(member), told.get(member)];
    return role === toldRole ? [] : [`${member}: ${role ?? "no member"}, but ${toldRole ?? "no member"} by its events`];
  });
}

/** The role of each `brand person` whose events leave them one. */
async function rolesByEvents(q: Queryable): Promise<ReadonlyMap<string, string>> {
  const events = await q
    .selectFrom("events")
    .selectAll()
    .where("type", "in", ["staff.added", "staff.role_changed", "staff.removed"])
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
  const roles = new Map<string, string>();
  for (const event of events.map(readStoredEvent)) {
    const role = roleAfter(event);
    const member = `${event.brandId ?? "no brand"} ${event.subjectId}`;
    if (role === null) roles.delete(member);
    else roles.set(member, role);
  }
  return roles;
}

function roleAfter(event: DomainEvent): string | null {
  if (event.type === "staff.added") return event.payload.role;
  return event.type === "staff.role_changed" ? event.payload.to : null;
}
