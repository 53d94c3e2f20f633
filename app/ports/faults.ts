/** Named places where a test may end the process at once. Off outside tests. */
export type CrashPoint =
  | "event.before_commit"
  | "event.after_commit"
  | "relay.claimed"
  | "relay.added"
  | "fold.read"
  | "fold.before_commit"
  | "fold.after_commit"
  | "import.before_commit"
  | "import.after_commit";

export type Faults = { readonly reach: (point: CrashPoint) => void };
