/** How the background work stands, as the pages show it. Instants in epoch milliseconds. */
export type HealthFacts = {
  readonly consumers: readonly ConsumerFacts[];
  readonly processes: readonly ProcessFacts[];
  readonly lastAudit: AuditFacts | null;
  readonly deadLetters: readonly DeadLetterFacts[];
};

export type ConsumerFacts = {
  readonly consumer: string;
  readonly waiting: number;
  readonly leased: number;
  readonly dead: number;
  /** Age of the oldest event on its way. */
  readonly oldestMs: number | null;
};

export type ProcessFacts = {
  readonly id: string;
  readonly kind: "web" | "worker";
  readonly startedAt: number;
  readonly seenAt: number;
  readonly alive: boolean;
};

export type AuditFacts = { readonly finishedAt: number; readonly findings: readonly FindingFacts[] };

export type FindingFacts = {
  readonly id: string;
  readonly title: string;
  readonly severity: "critical" | "serious" | "notice";
  readonly count: number;
};

export type DeadLetterFacts = {
  readonly consumer: string;
  readonly eventId: string;
  readonly type: string;
  readonly brandSlug: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly recordedAt: number;
};
