import type { Provider } from "../provider";
import type { Books } from "./open-books";

export type WaitingWebhook = { readonly seq: number; readonly id: string; readonly payment_id: string; readonly attempts: number };

/** How many times the merchant is told; with pauses of 1, 2, 4 … seconds that is four minutes. Then it has to ask. */
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;

/** Notes, in the transaction that changed the payment, that the merchant must be told. */
export function announce({ books, clock, ids }: Provider, paymentId: string): void {
  const now = clock.now();
  books.run("insert into webhooks (id, payment_id, made_at, next_at) values (?, ?, ?, ?)", ids.next("whk"), paymentId, now, now);
}

/** What is due, oldest first. */
export function listDue(books: Books, now: number, limit: number): readonly WaitingWebhook[] {
  return books.all<WaitingWebhook>(
    "select seq, id, payment_id, attempts from webhooks where state = 'waiting' and next_at <= ? order by next_at, seq limit ?",
    now,
    limit,
  );
}

/** Writes down how deliveries went: delivered, or to be tried again after a pause that doubles. */
export function noteDeliveries(books: Books, results: readonly (WaitingWebhook & { readonly delivered: boolean })[], now: number): void {
  books.transaction(() => {
    for (const { seq, attempts, delivered } of results) {
      if (delivered) books.run("update webhooks set state = 'delivered', attempts = attempts + 1 where seq = ?", seq);
      else if (attempts + 1 >= MOST_ATTEMPTS)
        books.run("update webhooks set state = 'given_up', attempts = attempts + 1 where seq = ?", seq);
      else {
        const pauseMs = FIRST_PAUSE_MS * 2 ** attempts;
        books.run("update webhooks set attempts = attempts + 1, next_at = ? where seq = ?", now + pauseMs, seq);
      }
    }
  });
}

/** Lets everything that waits go untold. */
export function dropWaiting(books: Books): void {
  books.run("update webhooks set state = 'dropped' where state = 'waiting'");
}
