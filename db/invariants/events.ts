import { sql } from "kysely";
import { CONSUMERS } from "~/domain/events/consumers";
import { MINUTE_MS } from "~/domain/kernel/instant";
import type { Queryable } from "../open";
import { type Invariant, offenders } from "./invariant";

/** Events and what hears of them. */
export const EVENT_INVARIANTS: readonly Invariant[] = [
  {
    id: "events.none_lost",
    title: "Every event that somebody must hear of is on its way or taken in",
    severity: "critical",
    check: (q) => eachConsumer(q, missingDeliveries),
  },
  {
    id: "events.one_effect",
    title: "No event is both taken in and still on its way to the same consumer",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select o.consumer || ' ' || o.event_id as row from outbox o
        join processed p on p.consumer = o.consumer and p.event_id = o.event_id`,
      ),
  },
  {
    id: "events.on_time",
    title: "No event waits longer than a minute",
    severity: "serious",
    check: (q, now) =>
      offenders(q, sql`select consumer || ' ' || event_id as row from outbox where state <> 'dead' and recorded_at < ${now - MINUTE_MS}`),
  },
  {
    id: "events.none_dead",
    title: "No event is set aside as a dead letter",
    severity: "serious",
    check: (q) => offenders(q, sql`select consumer || ' ' || event_id as row from outbox where state = 'dead'`),
  },
];

async function eachConsumer(
  q: Queryable,
  check: (consumer: string, types: readonly string[]) => ReturnType<typeof sql>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const consumer of new Set(Object.values(CONSUMERS).flat())) {
    const types = Object.entries(CONSUMERS).flatMap(([type, consumers]) => (consumers.includes(consumer) ? [type] : []));
    found.push(...(await offenders(q, check(consumer, types))));
  }
  return found;
}

function missingDeliveries(consumer: string, types: readonly string[]): ReturnType<typeof sql> {
  return sql`select e.id as row from events e where e.type in (${sql.join(types)})
    and not exists (select 1 from outbox o where o.consumer = ${consumer} and o.event_id = e.id)
    and not exists (select 1 from processed p where p.consumer = ${consumer} and p.event_id = e.id)`;
}
