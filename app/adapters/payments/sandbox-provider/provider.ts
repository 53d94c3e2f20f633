import type { Clock } from "~/ports/clock";
import type { Ids } from "~/ports/ids";
import type { WireRefusal } from "../wire";
import type { Books } from "./books/open-books";

/** What every part of the provider needs. */
export type Provider = {
  readonly books: Books;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Scheme, host and port under which browsers reach the provider. */
  readonly publicOrigin: string;
  /** The one merchant: its pages may frame ours and challenges lead back to it. */
  readonly appOrigin: string;
  /** Turns card numbers into fingerprints; nobody else has it, so nobody can try numbers out. */
  readonly vaultSecret: string;
};

/** The provider will not do it; nothing was changed. */
export class Refusal extends Error {
  readonly answer: WireRefusal;

  constructor(error: WireRefusal["error"], message: string) {
    super(message);
    this.answer = { error, message };
  }
}
