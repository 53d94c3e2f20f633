/** Named places where a test may end the process at once. Off outside tests. */
export type CrashPoint =
  | "event.before_commit"
  | "event.after_commit"
  | "ingest.before_commit"
  | "ingest.after_commit"
  | "relay.claimed"
  | "relay.added"
  | "fold.read"
  | "fold.before_commit"
  | "fold.after_commit"
  | "decide.read"
  | "decide.before_commit"
  | "decide.after_commit"
  | "capture.sent"
  | "capture.before_commit"
  | "void.sent"
  | "import.before_commit"
  | "import.after_commit"
  | "place.before_commit"
  | "place.after_commit"
  | "authorise.sent"
  | "authorise.answered"
  | "fate.before_commit"
  | "fate.after_commit";

export type Faults = { readonly reach: (point: CrashPoint) => void };
