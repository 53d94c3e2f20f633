import { minor } from "~/domain/kernel/money";
import { backSoFar } from "~/domain/kernel/take-back";
import type { Queryable } from "./open";

/** Parts of commissions of lines that were taken back in part whose reversals are not round(part × base back ÷ base). */
export async function findReversalDrift(q: Queryable): Promise<readonly string[]> {
  const rows = await q
    .selectFrom("commission_parts as p")
    .innerJoin("commissions as c", "c.id", "p.commission_id")
    .innerJoin("order_lines as l", "l.id", "c.order_line_id")
    .leftJoin(backOfLines(q).as("b"), "b.order_line_id", "c.order_line_id")
    .leftJoin(reversedOfParts(q).as("r"), (join) =>
      join.onRef("r.commission_id", "=", "p.commission_id").onRef("r.touch_id", "=", "p.touch_id"),
    )
    .select(["p.commission_id", "p.touch_id", "p.accrued_minor", "l.base_minor", "b.base_back", "r.reversed"])
    .where((eb) => eb.or([eb("b.base_back", "is not", null), eb("r.reversed", "is not", null)]))
    .execute();
  return rows.flatMap((row) => {
    const taken = Number(row.base_back ?? 0);
    const reversed = Number(row.reversed ?? 0);
    const whole = taken > row.base_minor ? null : backSoFar(minor(row.accrued_minor), { taken, of: row.base_minor });
    return whole === reversed
      ? []
      : [`${row.commission_id} ${row.touch_id}: ${reversed} back, but ${whole ?? "more than there was"} by its line`];
  });
}

/** Only what the program has taken in: a cancel that still waits has taken back nothing yet. */
function backOfLines(q: Queryable) {
  return q
    .selectFrom("order_line_cancels as k")
    .innerJoin("programs as g", "g.brand_id", "k.brand_id")
    .select(({ fn }) => ["k.order_line_id", fn.sum<number>("k.base_back_minor").as("base_back")])
    .whereRef("k.program_seq", "<=", "g.decided_seq")
    .groupBy("k.order_line_id");
}

function reversedOfParts(q: Queryable) {
  return q
    .selectFrom("commission_reversals")
    .select(({ fn }) => ["commission_id", "touch_id", fn.sum<number>("amount_minor").as("reversed")])
    .groupBy(["commission_id", "touch_id"]);
}
