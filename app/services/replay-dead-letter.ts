import type { Consumer } from "~/domain/events/consumers";
import type { EventId } from "~/domain/kernel/branded";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { reviveDeadLetter } from "~db/queries/dead-letters";
import type { Deps } from "./deps";

type Input = { readonly consumer: Consumer; readonly eventId: EventId };

/** Lets an event that was set aside be tried again. Refuses when it is not set aside (any more). */
export async function replayDeadLetter(deps: Deps, input: Input): Promise<Outcome<null, { readonly kind: "not_dead" }>> {
  const revived = await reviveDeadLetter(deps.db.query, { ...input, now: deps.clock.now() });
  return revived ? done(null) : refused({ kind: "not_dead" });
}
