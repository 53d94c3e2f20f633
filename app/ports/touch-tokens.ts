import type { TouchId } from "~/domain/kernel/branded";

/** Touch ids in an address, so that nobody can claim a touch that is not theirs. */
export type TouchTokens = {
  /** URL-safe text of these ids with our signature; the newest few when there are many. */
  readonly sign: (touchIds: readonly TouchId[]) => string;
  /** The ids of a text we signed; none for anything else. */
  readonly read: (text: string) => readonly TouchId[];
};
