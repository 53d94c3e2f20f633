import type { Instant } from "~/domain/kernel/branded";
import type { Queryable } from "../open";
import type { Tx } from "../transaction";

/** What was answered to a request that carried a key; `requestHash` tells the same request from another. */
export type KeyedAnswer = { readonly requestHash: string; readonly response: string };

/** The answer given under this key, if any. */
export async function findKeyedAnswer(
  q: Queryable,
  asked: { readonly scope: string; readonly key: string },
): Promise<KeyedAnswer | undefined> {
  const row = await q
    .selectFrom("idempotency_keys")
    .select(["request_hash", "response"])
    .where("scope", "=", asked.scope)
    .where("key", "=", asked.key)
    .executeTakeFirst();
  return row === undefined ? undefined : { requestHash: row.request_hash, response: row.response };
}

/** Remembers an answer. Errors: the database refuses a key that was used in this scope (see `isDuplicate`). */
export async function insertKeyedAnswer(
  tx: Tx,
  answer: KeyedAnswer & { readonly scope: string; readonly key: string; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("idempotency_keys")
    .values({ scope: answer.scope, key: answer.key, request_hash: answer.requestHash, response: answer.response, created_at: answer.now })
    .execute();
}
