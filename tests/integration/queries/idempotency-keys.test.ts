import { expect, it } from "vitest";
import { findKeyedAnswer, insertKeyedAnswer } from "~db/queries/idempotency-keys";
import { isDuplicate, transact } from "~db/transaction";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("keeps one answer per key and scope", async () => {
    const { db, clock } = await open();
    const insert = (scope: string) =>
      transact(db, (tx) => insertKeyedAnswer(tx, { scope, key: "k", requestHash: "h", response: "r", now: clock.now() }));
    await insert("one");
    await insert("two");
    expect(await findKeyedAnswer(db.query, { scope: "one", key: "k" })).toEqual({ requestHash: "h", response: "r" });
    expect(await findKeyedAnswer(db.query, { scope: "one", key: "other" })).toBeUndefined();
    expect(isDuplicate(await insert("one").catch((error: unknown) => error))).toBe(true);
  });
});
